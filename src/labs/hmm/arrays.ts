import { read, rowsTable, written } from '../shared/data/arrayTable.ts';

export const hmmArrays = {
  initial_probabilities: read('K', 'p(z[0] = k)'),
  transition_matrix: read('K x K', 'row i, column j: p(z[t+1] = j | z[t] = i)'),
  means: read('K', 'of what is seen in a state, in the units of the data'),
  variances: read('K', 'of what is seen in a state, in these units squared'),
  ...rowsTable,
  observations: written('T x 1', 'the series, in its own units; NaN where a value is missing'),
  labels: written('T', 'true states, where they are known, from 0'),
  q: written('T x K', 'responsibilities as the last E-step left them: those on the page'),
  responsibilities: written('T x K', 'p(z[t] | all observations) at these parameters'),
  assignments: written('T', 'the most likely state of each step then, from 0'),
  log_likelihood: written('', 'log p(y) of the series, in nats'),
};
