import { read, rowsTable, written } from '../shared/data/arrayTable.ts';

export const expertsArrays = {
  coefficients: read('K x F', 'of each expert: of 1, x, x² …, in the units of the data'),
  deviations: read('K', 'standard deviations of y around the experts'),
  gate_offsets: read('K', 'the gate is the softmax of gate_offsets + gate_slopes * x'),
  gate_slopes: read('K', 'see gate_offsets'),
  ...rowsTable,
  observations: written('N x 2', 'x and y, in their own units'),
  q: written('N x K', 'responsibilities as the last E-step left them: those on the page'),
  responsibilities: written('N x K', 'what an E-step makes of them at these parameters'),
  assignments: written('N', 'the most responsible expert of each pair then, from 0'),
  log_likelihood: written('', 'log p(y | x) of all pairs, in nats'),
  x: written('G', 'places of the curves on the page'),
  predictions: written('G x K', 'what each expert predicts there'),
  gates: written('G x K', 'weight that the gate gives each expert there'),
  mean: written('G', 'E[y | x]'),
  spread: written('G', 'standard deviation of y given x'),
};
