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
  hubert: {
    short: 'Hubert and Arabie 1985',
    authors: 'Lawrence Hubert and Phipps Arabie',
    title: 'Comparing partitions',
    place: 'Journal of Classification 2, 193–218, 1985',
    address: 'https://doi.org/10.1007/BF01908075',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;

/** What a lab takes from where. */
interface Taken {
  readonly from: SourceName;
  readonly what: string;
}

/** By the ids of the labs. */
export const TAKEN: Readonly<Record<string, readonly Taken[]>> = {
  em: [
    { from: 'dempster', what: 'the EM algorithm' },
    {
      from: 'notes',
      what: 'the ELBO as energy plus entropy (9.14, 9.15), both half-steps (9.16 to 9.21) and Theorem 16: EM never lowers the log-likelihood',
    },
    {
      from: 'thesis',
      what: 'Figure 2.2: log-likelihood, ELBO and the gap; Figure 6.2b: a Gaussian mixture on spiral arms; priors over the parameters (section 4.1)',
    },
    { from: 'arthur', what: 'the start of the means by k-means++' },
  ],
  'mixture-of-experts': [
    { from: 'jordan', what: 'experts, the gate, and EM for both' },
    { from: 'notes', what: 'the E-step (9.16), with the gate in place of the weights' },
  ],
  vae: [
    { from: 'kingma', what: 'the VAE and the reparameterisation trick' },
    { from: 'notes', what: 'the KL between normals in closed form (9.32), and β (section 9.6.4)' },
    { from: 'thesis', what: 'Figure 6.2c: a VAE on spiral arms; the VAE as an SVAE (section 2.4)' },
    { from: 'higgins', what: 'β larger than 1' },
  ],
  'svae-gmm': [
    { from: 'johnson', what: 'the structured VAE' },
    {
      from: 'thesis',
      what: 'Algorithm 1 and its gradients (chapter 3), the mixture and its messages (appendix A), the spiral arms, and Figures 6.3 and 6.4: bad starts, and clusters removed and moved',
    },
    { from: 'amari', what: 'natural gradients' },
    { from: 'adam', what: 'the optimiser of the networks' },
  ],
  'svae-lds': [
    { from: 'johnson', what: 'the structured VAE and the bouncing dot' },
    {
      from: 'thesis',
      what: 'the experiments of section 6.2, Figures 6.5 to 6.10; filter, smoother and sampler (appendix B, Figures B.1 to B.3)',
    },
    { from: 'rauch', what: 'the smoother' },
  ],
  compare: [
    { from: 'thesis', what: 'Figure 6.2: the observations, and a GMM, a VAE and an SVAE on them' },
    { from: 'notes', what: 'log-likelihoods by importance sampling (9.34)' },
    { from: 'hubert', what: 'the adjusted Rand index' },
  ],
};
