import { written } from '../shared/data/arrayTable.ts';

/** What the file of each part holds. */
export const estimatorsArrays = {
  estimators: written('E', 'names of the estimators; in a race of the racers'),
  noise: written('N', 'of each draw: standard normal; of a coin uniform, heads above 1 − θ'),
  values: written('N', 'f at the draws, of all coordinates together'),
  slopes: written('N', 'derivative of f along the first coordinate'),
  scores: written('N', 'derivative of log q with respect to the parameter'),
  estimates: written('E x N', 'of the gradient, one for each draw'),
  exact_means: written('E', 'expectation of an estimate, exact'),
  exact_variances: written('E', 'variance of an estimate, exact'),
  value: written('', 'E f, exact'),
  gradient: written('', 'derivative of E f with respect to the parameter, exact'),
  paths: written('E x S x P', 'race: where each racer was: mean and deviation, or θ'),
  course: written('E x S', 'race: E f there, exact'),
};
