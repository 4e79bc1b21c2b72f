import type { ExpertsWorkspace } from '../../../inference/expectationMaximisation/mixtureOfExperts.ts';
import {
  GATE_COEFFICIENTS,
  logSoftmaxGate,
} from '../../../inference/expectationMaximisation/softmaxGate.ts';
import type { Expert, ExpertsSnapshot } from '../snapshot.ts';

/** Places along x: enough for smooth curves. */
const PLACES = 121;
/** In model units. */
const ALONE_REACH = 1;

/**
 * Predictions of experts and gate along x.
 *
 * @param values N x 2: x and y
 */
export function curvesOf(
  ws: ExpertsWorkspace,
  values: Float32Array,
): Pick<ExpertsSnapshot, 'x' | 'predictions' | 'gates' | 'mean' | 'spread'> {
  const K = ws.variances.length;
  const inputs = values.filter((_, i) => i % 2 === 0);
  const [least, most] = inputs.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
  // Where all x are the same, a little to either side.
  const reach = most > least ? 0 : ALONE_REACH;
  const x = Float32Array.from(
    { length: PLACES },
    (_, g) => least - reach + ((most - least + 2 * reach) * g) / (PLACES - 1),
  );
  const predictions = new Float32Array(PLACES * K);
  const gates = new Float32Array(PLACES * K);
  const mean = new Float32Array(PLACES);
  const spread = new Float32Array(PLACES);
  const logGate = new Float64Array(K);
  for (let g = 0; g < PLACES; g++) {
    const place = x[g] / ws.scale;
    logSoftmaxGate(ws.gate.coefficients, place, K, logGate, 0);
    let first = 0;
    let second = 0;
    for (let k = 0; k < K; k++) {
      const y = curveAt(ws, k, place);
      const share = Math.exp(logGate[k]);
      predictions[g * K + k] = y;
      gates[g * K + k] = share;
      first += share * y;
      second += share * (y * y + ws.variances[k]);
    }
    mean[g] = first;
    spread[g] = Math.sqrt(Math.max(0, second - first * first));
  }
  return { x, predictions, gates, mean, spread };
}

/** Experts in model units. */
export function summaryOf(ws: ExpertsWorkspace): Expert[] {
  const { experts, variances, gate, coefficients: F, scale } = ws;
  const { components: K, q } = ws.responsibilities;
  return Array.from(variances, (variance, k) => {
    let count = 0;
    for (let at = k; at < q.length; at += K) count += q[at];
    return {
      id: k,
      count,
      coefficients: Array.from(
        experts.subarray(k * F, (k + 1) * F),
        (value, power) => value / scale ** power,
      ),
      deviation: Math.sqrt(variance),
      gate: {
        offset: gate.coefficients[k * GATE_COEFFICIENTS],
        slope: gate.coefficients[k * GATE_COEFFICIENTS + 1] / scale,
      },
    };
  });
}

/** @param place x over the workspace's scale */
function curveAt({ experts, coefficients: F }: ExpertsWorkspace, k: number, place: number): number {
  let sum = 0;
  for (let f = F - 1; f >= 0; f--) sum = sum * place + experts[k * F + f];
  return sum;
}
