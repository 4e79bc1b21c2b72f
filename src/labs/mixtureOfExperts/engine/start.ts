import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import {
  type ExpertsWorkspace,
  maximiseExperts,
} from '../../../inference/expectationMaximisation/mixtureOfExperts.ts';
import type { Random } from '../../../math/random.ts';
import type { ExpertsSettings } from '../settings.ts';

/** Standard deviation of y around an expert at first, in model units: wide enough to be heard. */
const FIRST_DEVIATION = 4;
/** Spread of random coefficients, in model units. */
const COEFFICIENT_SPREAD = 6;

/** Puts the experts where EM begins, with a gate that asks all of them alike and q uniform. */
export function startExperts(
  ws: ExpertsWorkspace,
  { start, leastWidth }: ExpertsSettings,
  random: Random,
): void {
  const { responsibilities: r, basis, coefficients: F, experts, variances, gate } = ws;
  const K = r.components;
  if (start === 'random')
    experts.forEach((_, i) => {
      experts[i] = COEFFICIENT_SPREAD * random.normal();
    });
  else {
    // Fitted to the points nearest along x to places far from one another.
    const inputs = Float64Array.from({ length: r.rows }, (_, n) => basis[n * F + 1]);
    const places = new Float64Array(K);
    kMeansPlusPlus(inputs, 1, places, random);
    const uniform = r.q.slice();
    r.q.fill(0);
    inputs.forEach((x, n) => {
      let nearest = 0;
      for (let k = 1; k < K; k++)
        if (Math.abs(places[k] - x) < Math.abs(places[nearest] - x)) nearest = k;
      r.q[n * K + nearest] = 1;
    });
    maximiseExperts(ws, { gateSteps: 0, varianceFloor: leastWidth ** 2 });
    r.q.set(uniform);
  }
  variances.fill(FIRST_DEVIATION ** 2);
  gate.coefficients.fill(0);
}
