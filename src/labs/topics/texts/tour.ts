import type { Tour } from '../../shared/tour/tour.ts';

export const tour: Tour = [
  {
    text: 'Five hundred documents, each a blurry picture of 25 pixels. A pixel is a word, and the documents are mixtures of ten bars.',
    state: 'v=1',
    lit: 'words',
  },
  {
    text: 'After 60 passes each topic is a picture of its own. No document shows one bar alone: the model finds them because they occur together in many mixtures.',
    state: 'steps=60&v=1',
    lit: 'topics',
  },
  {
    text: 'The ELBO never falls in CAVI. The line “K = 1” is what a single distribution for all documents reaches; it is exact.',
    state: 'steps=60&v=1',
    lit: 'elbo',
  },
  {
    text: 'Documents of 20 words, and α = 10: the prior counts more than the words, every document has all topics, and no bar is found. With α = 0.2 most bars are.',
    state: 'preset=large-alpha&steps=60&v=1',
    lit: 'topics',
  },
  {
    text: 'Two documents of three words: small enough to sum over all assignments of topics. The ELBO stays below the exact log evidence.',
    state: 'preset=two-documents&steps=30&v=1',
    lit: 'elbo',
  },
  {
    text: 'Real texts: histories of 255 countries. Read the documents of a topic before you name it; its most frequent words alone can mislead.',
    state: 'preset=countries&steps=30&v=1',
    lit: 'topics',
  },
  {
    text: 'In the reader each word has the colour of the topic it most likely comes from. The same word can come from different topics in different documents.',
    state: 'preset=countries&steps=30&v=1',
    lit: 'responsibilities',
  },
  {
    text: 'Without the stop list the topics fill with “the” and “of”. Stop words are left out before training, not after it.',
    state: 'preset=countries&stopList=0&mostShare=1&steps=30&v=1',
    lit: 'topics',
  },
  {
    text: 'Individuals are documents, and alleles are words. The bars draw Middle as a mixture, but it never was one: its individuals share more alleles than the bars predict.',
    state: 'preset=bottleneck&steps=40&v=1',
    lit: 'shares',
  },
  {
    text: 'Stochastic VI moves the topics after each batch of documents, and CAVI after all of them. Compare both at the same number of documents seen. Undo brings your own work back.',
    state: 'preset=race&steps=60&v=1',
    lit: 'elbo',
  },
];
