/** Experts as arrays in the units of the data, and from there back. */
import { type ColumnUnits, toOwn } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import type { ExpertsWorkspace } from '../../../inference/expectationMaximisation/mixtureOfExperts.ts';
import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { GATE_COEFFICIENTS } from '../../../inference/expectationMaximisation/softmaxGate.ts';
import type { NamedArrays } from '../../engine.ts';
import {
  float64,
  int32,
  joined,
  requirePositive,
  rowsArrays,
  type Taken,
} from '../../shared/engine/arrays.ts';
import { inOwnUnits, ofOtherInput } from '../ownUnits.ts';
import { curvesOf, summaryOf } from './curves.ts';

export function expertArrays(ws: ExpertsWorkspace, units: ColumnUnits) {
  const experts = inOwnUnits(summaryOf(ws), units);
  const K = experts.length;
  const each = (values: number[]) => float64(values, K);
  return {
    coefficients: float64(
      joined(experts.map(({ coefficients }) => coefficients)),
      K,
      ws.coefficients,
    ),
    deviations: each(experts.map(({ deviation }) => deviation)),
    gate_offsets: each(experts.map(({ gate }) => gate.offset)),
    gate_slopes: each(experts.map(({ gate }) => gate.slope)),
  };
}

export function expertsArraysOf(ws: ExpertsWorkspace, dataset: Points): NamedArrays {
  const { rows, components: K, q, posterior, logEvidence } = ws.responsibilities;
  const [unitX, unitY] = dataset.units;
  const { x, predictions, gates, mean, spread } = curvesOf(ws, dataset.values);
  const G = x.length;
  const own = (values: Float32Array) => Array.from(values, (value) => toOwn(unitY, value));
  return {
    ...expertArrays(ws, dataset.units),
    ...rowsArrays(dataset),
    q: float64(q, rows, K),
    responsibilities: float64(posterior, rows, K),
    assignments: int32(assignments(posterior, K), rows),
    log_likelihood: float64([logEvidence.reduce((sum, value) => sum + value, 0)]),
    x: float64(
      Array.from(x, (value) => toOwn(unitX, value)),
      G,
    ),
    predictions: float64(own(predictions), G, K),
    gates: float64(gates, G, K),
    mean: float64(own(mean), G),
    spread: float64(
      Array.from(spread, (value) => unitY.scale * value),
      G,
    ),
  };
}

/** Writes what was changed into the workspace. Throws a RangeError that names what no expert can have. */
export function takeExperts(ws: ExpertsWorkspace, taken: Taken, [x, y]: ColumnUnits): void {
  const { coefficients: F, scale, experts, variances, gate } = ws;
  const { coefficients, deviations, gate_offsets: offsets, gate_slopes: slopes } = taken;
  if (deviations) requirePositive('deviations', deviations);
  const own = expertArrays(ws, [x, y]);
  for (let k = 0; k < variances.length; k++) {
    if (coefficients) {
      const curve = Array.from(coefficients.subarray(k * F, (k + 1) * F), (value, power) =>
        power === 0 ? (value - y.offset) / y.scale : value / y.scale,
      );
      ofOtherInput(curve, x.offset, x.scale).forEach((value, power) => {
        experts[k * F + power] = value * scale ** power;
      });
    }
    if (deviations) variances[k] = (deviations[k] / y.scale) ** 2;
    if (!offsets && !slopes) continue;
    const line = [offsets ?? own.gate_offsets.data, slopes ?? own.gate_slopes.data];
    const [offset, slope] = ofOtherInput(
      line.map((values) => Number(values[k])),
      x.offset,
      x.scale,
    );
    gate.coefficients[k * GATE_COEFFICIENTS] = offset;
    gate.coefficients[k * GATE_COEFFICIENTS + 1] = slope * scale;
  }
}
