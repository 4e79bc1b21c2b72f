import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  {
    from: 'notes',
    what: 'latent Dirichlet allocation (9.5.4, figure 9.1) and its coordinate ascent (Proposition 20)',
  },
  { from: 'blei', what: 'the model' },
  { from: 'griffiths', what: 'the bars' },
  { from: 'hoffman', what: 'stochastic variational inference and its step sizes' },
  { from: 'chang', what: 'perplexity and what people read in topics' },
  { from: 'lawson', what: 'three histories that give the same bars, and a check of their fit' },
  { from: 'patterson', what: 'the statistic f₃' },
  { from: 'factbook', what: 'the texts of the corpus “Countries”' },
  { from: 'congress', what: 'the texts of the corpus “Addresses”' },
  { from: 'stopLists', what: 'the stop lists of 50 languages' },
];
