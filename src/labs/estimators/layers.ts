import type { Layers } from '../shared/data/layers.ts';
import { type EstimatorId, NAMES } from './names.ts';

const layer = (id: EstimatorId, help: string, shown = true) => ({ label: NAMES[id], help, shown });

/** Which estimators are drawn. All of them are computed, from the same draws. */
export const estimatorsLayers = {
  score: layer('score', 'f times the derivative of log q. It needs no derivative of f.'),
  meanBaseline: layer('meanBaseline', 'E f is subtracted from f first; here E f is exact.', false),
  bestBaseline: layer('bestBaseline', 'The constant that leaves the least variance.', false),
  leaveOneOut: layer(
    'leaveOneOut',
    'The baseline of a draw is the mean of f over the other draws of its batch.',
  ),
  pathwise: layer('pathwise', 'x = mean + sd · noise: the derivative of f goes through x.'),
  sticking: layer(
    'sticking',
    'Reparameterisation without the score of q. Only for the ELBO, whose f depends on q itself.',
  ),
  enumeration: layer('enumeration', 'f(1) − f(0): both outcomes in place of a draw.', false),
  straightThrough: layer(
    'straightThrough',
    'The derivative of f at the coin, as if the coin were theta. Biased.',
  ),
  relaxed: layer(
    'relaxed',
    'A number between 0 and 1 in place of the coin (Gumbel-softmax). Biased; less so when it is cold.',
  ),
} as const satisfies Layers<EstimatorId>;
