import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';

/** Settings of corpora of texts, whose words are counted. */
const OF_TEXTS = {
  group: 'Data',
  shownWhen: { setting: 'corpus', is: ['countries', 'addresses', 'own'] },
} as const;
const OF_STEPS = {
  group: 'Training',
  shownWhen: { setting: 'algorithm', is: ['stochastic', 'race'] },
} as const;

/** What the presets of the three histories have in common. */
const THREE_HISTORIES = { topics: 2, alpha: 0.1, eta: 1, heldOut: 0 };

export const topicsTable = defineSettings({
  settings: {
    corpus: {
      kind: 'choice',
      label: 'Corpus',
      help: 'The documents that topics are found in.',
      group: 'Data',
      basic: true,
      options: [
        {
          value: 'bars',
          label: 'Bars',
          help: 'Documents are pictures of 5 × 5 pixels, each a mixture of ten bars.',
        },
        {
          value: 'countries',
          label: 'Countries',
          help: 'Histories of 255 countries and areas, a few paragraphs each (The World Factbook, 2015).',
        },
        {
          value: 'addresses',
          label: 'Addresses',
          help: 'Passages of the addresses of presidents of the United States to the Congress, 1790 to 2021.',
        },
        {
          value: 'own',
          label: 'Own texts',
          help: 'Texts that you paste or load: files, a folder, or a table. Tables of genotypes, VCF and STRUCTURE files are read, too.',
        },
        {
          value: 'ancestry',
          label: 'Ancestry',
          help: 'Individuals are documents and alleles are words: simulated, from three populations.',
        },
        {
          value: 'admixture',
          label: 'Recent admixture',
          help: 'Individuals of three sites. The population in the middle is a mixture of the two others.',
        },
        {
          value: 'ghost',
          label: 'Ghost population',
          help: 'Individuals of three sites. The population in the middle is a mixture of one of the others and of one that was not sampled.',
        },
        {
          value: 'bottleneck',
          label: 'Bottleneck',
          help: 'Individuals of three sites. The population in the middle was never mixed: another one split off from it and drifted far away.',
        },
        {
          value: 'two',
          label: 'Two documents',
          help: '“a a b” and “b c c”: small enough for the exact evidence.',
        },
      ],
      default: 'bars',
    },
    documents: {
      ...wholeLogarithmic(20, 2000),
      label: 'Documents',
      help: 'How many documents are generated.',
      group: 'Data',
      shownWhen: { setting: 'corpus', is: ['bars'] },
      default: 500,
    },
    words: {
      ...wholeLogarithmic(5, 500),
      label: 'Words per document',
      help: 'Length of each generated document. Long documents are sharp pictures.',
      group: 'Data',
      shownWhen: { setting: 'corpus', is: ['bars'] },
      default: 100,
    },
    mixing: {
      ...logarithmic(0.02, 10, 0.01),
      label: 'Mixing of the documents',
      help: 'The α that the shares of generated documents are drawn with. Small: a few topics in each document. Large: all of them.',
      group: 'Data',
      basic: true,
      shownWhen: { setting: 'corpus', is: ['bars', 'ancestry'] },
      default: 0.2,
    },
    stopList: {
      kind: 'switch',
      label: 'Stop list',
      help: 'Leaves out frequent words such as “the” and “of”, in the language of the texts.',
      ...OF_TEXTS,
      basic: true,
      default: true,
    },
    leastCount: {
      ...whole(1, 20),
      label: 'Least occurrences',
      help: 'Words that occur less often in all documents together are left out.',
      ...OF_TEXTS,
      default: 2,
    },
    mostShare: {
      ...linear(0.05, 1, 0.05),
      label: 'Largest share of documents',
      help: 'Words that occur in a larger share of the documents are left out: they tell documents apart as little as stop words.',
      ...OF_TEXTS,
      default: 0.5,
    },
    mostWords: {
      ...wholeLogarithmic(50, 50_000),
      label: 'Largest vocabulary',
      help: 'How many different words are kept at most, the most frequent ones.',
      ...OF_TEXTS,
      default: 10_000,
    },
    numbers: {
      kind: 'switch',
      label: 'Numbers as words',
      help: 'Keeps words of digits, such as years.',
      ...OF_TEXTS,
      default: false,
    },
    drift: {
      ...logarithmic(0.005, 0.5, 0.005),
      label: 'Drift F',
      help: 'How far the allele frequencies of the three populations are apart (Balding and Nichols). Small: hardly to be told apart.',
      group: 'Data',
      basic: true,
      shownWhen: { setting: 'corpus', is: ['ancestry'] },
      default: 0.1,
    },
    topics: {
      ...whole(1, 50),
      label: 'Topics K',
      help: 'How many topics the model has.',
      group: 'Model',
      basic: true,
      default: 10,
    },
    alpha: {
      ...logarithmic(0.01, 10, 0.01),
      label: 'α',
      help: 'Prior of the shares of topics in a document. Small: few topics in each document.',
      group: 'Model',
      basic: true,
      takesEffect: 'live',
      default: 0.2,
    },
    eta: {
      ...logarithmic(0.01, 10, 0.01),
      label: 'η',
      help: 'Prior of the words of a topic. Small: few words in each topic.',
      group: 'Model',
      basic: true,
      takesEffect: 'live',
      default: 0.1,
    },
    algorithm: {
      kind: 'choice',
      label: 'Algorithm',
      help: 'How the topics are found.',
      group: 'Training',
      basic: true,
      options: [
        { value: 'batch', label: 'CAVI', help: 'All documents, then all topics.' },
        {
          value: 'stochastic',
          label: 'Stochastic VI',
          help: 'A batch of documents, then a step of the topics towards it.',
        },
        { value: 'race', label: 'Race', help: 'Both, over the same number of documents seen.' },
      ],
      default: 'batch',
    },
    batch: {
      ...wholeLogarithmic(1, 1000),
      label: 'Documents per batch',
      help: 'How many documents a step of stochastic VI sees.',
      ...OF_STEPS,
      default: 50,
    },
    kappa: {
      ...linear(0, 1, 0.05),
      label: 'κ',
      help: 'Steps are ρ = (τ + t)^−κ. Above 0.5 they converge.',
      ...OF_STEPS,
      basic: true,
      takesEffect: 'live',
      default: 0.7,
    },
    tau: {
      ...logarithmic(1, 2048, 1),
      label: 'τ',
      help: 'Delay of the steps ρ = (τ + t)^−κ: large values make the first steps small.',
      ...OF_STEPS,
      basic: true,
      takesEffect: 'live',
      default: 1,
    },
    restarts: {
      ...whole(1, 10),
      label: 'Starts',
      help: 'Several starts are trained for a few passes; the one with the largest ELBO goes on.',
      group: 'Training',
      default: 5,
    },
    heldOut: {
      ...linear(0, 0.5, 0.05),
      label: 'Held-out documents',
      help: 'Fraction of the documents that no topic is learned from, at most 200 documents: the perplexity is measured on them.',
      group: 'Training',
      default: 0.1,
    },
  },
  presets: [
    {
      id: 'bars',
      label: 'Bars',
      comment: 'Ten bars appear out of five hundred blurry documents.',
      values: {},
    },
    {
      id: 'large-alpha',
      label: 'Bars, α too large',
      comment:
        'With 20 words in a document, α = 10 gives all topics to every document, and no bar is found.',
      values: { alpha: 10, words: 20 },
    },
    {
      id: 'countries',
      label: 'Countries',
      comment: 'Real texts: read the documents of a topic before you name it.',
      values: { corpus: 'countries', topics: 12, alpha: 0.1, eta: 0.05 },
    },
    {
      id: 'addresses',
      label: 'Addresses',
      comment: '230 years of addresses to the Congress: topics come and go.',
      values: { corpus: 'addresses', topics: 20, alpha: 0.1, eta: 0.05 },
    },
    {
      id: 'ancestry',
      label: 'Ancestry',
      comment:
        'The same model on alleles: clusters of 120 simulated individuals, sorted and grouped.',
      values: { corpus: 'ancestry', topics: 3, alpha: 0.1, eta: 1, mixing: 0.1, heldOut: 0 },
    },
    {
      id: 'recent-admixture',
      label: 'Recent admixture',
      comment: 'Middle is drawn as a mixture of North and South, and it is one.',
      values: { corpus: 'admixture', ...THREE_HISTORIES },
    },
    {
      id: 'ghost',
      label: 'Ghost population',
      comment:
        'The same bars. More than half of Middle comes from a population that was not sampled.',
      values: { corpus: 'ghost', ...THREE_HISTORIES },
    },
    {
      id: 'bottleneck',
      label: 'Bottleneck',
      comment: 'The same bars. Middle was never mixed; North drifted away from it.',
      values: { corpus: 'bottleneck', ...THREE_HISTORIES },
    },
    {
      id: 'two-documents',
      label: 'Two documents',
      comment: 'Six words: the exact evidence by enumeration, and the ELBO below it.',
      values: { corpus: 'two', topics: 2, alpha: 1, eta: 1, heldOut: 0 },
    },
    {
      id: 'race',
      label: 'Race',
      comment: 'CAVI and stochastic VI, each against the documents seen.',
      values: { algorithm: 'race', kappa: 0.5 },
    },
  ],
});

export type TopicsSettings = SettingValues<(typeof topicsTable)['settings']>;
