/** Slow motion and exact sums: inference on a few steps of the picture. */
import {
  enumeratePathsInPieces,
  meanFieldProbability,
  pathOf,
} from '../../../inference/switchingLinearDynamics/enumeration.ts';
import {
  inferStates,
  objective,
  xStep,
  zStep,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  type HalfSweep,
  traceHalfSweep,
} from '../../../inference/switchingLinearDynamics/trace.ts';
import type { Pieces } from '../../../math/pieces.ts';
import type { Status } from '../../../math/status.ts';
import type { PathsInspection, SvaeSldsQuery, SweepsInspection } from '../snapshot.ts';
import type { Forecaster, ForecastRequest } from './forecast.ts';

type Query<Kind> = Extract<SvaeSldsQuery, { kind: Kind }>;

/** Paths that a worker sums in about a quarter of a second. */
const MOST_PATHS = 300_000;
const BEST_PATHS = 8;
const CONVERGED = { tolerance: 1e-10, mostSweeps: 500 } as const;

/** Half-sweeps from the start that the picture has. Throws an Error where inference fails. */
export function inspectSweeps(
  query: Query<'sweeps'>,
  forecaster: Forecaster,
  look: ForecastRequest,
): SweepsInspection {
  const { workspace, input, from, steps, startsApart } = beginStretch(query, forecaster, look);
  const halves: HalfSweep[] = [];
  const record = (updated: 'x' | 'z', status: Status) => {
    insist(status);
    halves.push(traceHalfSweep(workspace, input, updated));
  };
  for (let sweep = 0; sweep < query.sweeps; sweep++) {
    record('z', zStep(workspace, input));
    record('x', xStep(workspace, input));
  }
  return { kind: 'sweeps', from, steps, startsApart, halves };
}

/**
 * All paths next to mean field. What is asked is settled with the first piece: training and edits may go on
 * between the others. Throws an Error where there are too many paths, or inference fails.
 */
export function* inspectPaths(
  query: Query<'paths'>,
  forecaster: Forecaster,
  look: ForecastRequest,
): Pieces<PathsInspection> {
  const { workspace, input, from, steps } = beginStretch(query, forecaster, look);
  forecaster.giveAway(workspace);
  const { states: K } = workspace.layout;
  const count = K ** (steps - 1);
  if (count > MOST_PATHS)
    throw new Error(`${K} states have ${count} paths over ${steps} steps: too many to sum.`);
  const known = {
    ...input,
    precision: input.precision.slice(),
    linear: input.linear.slice(),
  };
  const { status, posterior } = yield* enumeratePathsInPieces(workspace, known);
  insist(status);
  if (!posterior) throw new Error('There is no posterior over paths.');
  insist(zStep(workspace, known));
  insist(inferStates(workspace, known, CONVERGED));
  yield;
  const { logWeights, logEvidence, marginals } = posterior;
  const best = largest(logWeights, BEST_PATHS).map((index) => {
    const path = pathOf(index, K, steps - 1);
    const probability = Math.exp(logWeights[index] - logEvidence);
    return { path, probability, meanField: meanFieldProbability(workspace, path) };
  });
  return {
    kind: 'paths',
    from,
    steps,
    exact: Float32Array.from(marginals),
    meanField: Float32Array.from(workspace.responsibilities.subarray(0, (steps - 1) * K)),
    logEvidence,
    bound: -objective(workspace),
    best,
    paths: count,
  };
}

/** Indices of the largest values, by falling value: a sort of all of them would take as long as the sums. */
function largest(values: Float64Array, count: number): number[] {
  const order: number[] = [];
  values.forEach((value, index) => {
    if (order.length === count && value <= values[order[count - 1]]) return;
    const at = order.findIndex((other) => values[other] < value);
    order.splice(at < 0 ? order.length : at, 0, index);
    order.length = Math.min(order.length, count);
  });
  return order;
}

/** The stretch as a window of its own, all of it seen, with the q(x) of the start that the picture has. */
function beginStretch(
  query: { readonly from: number; readonly steps: number },
  forecaster: Forecaster,
  look: ForecastRequest,
) {
  const D = look.values.length / look.steps;
  const steps = Math.min(query.steps, look.steps);
  const from = Math.max(0, Math.min(query.from, look.steps - steps));
  if (steps < 3) throw new Error(`At least 3 steps are needed; there are ${steps}.`);
  const { startsApart } = forecaster.infer(look, Math.max(1, look.inputEnds));
  const stretch = forecaster.stretchOf(
    {
      ...look,
      values: look.values.slice(from * D, (from + steps) * D),
      steps,
      inputEnds: steps,
      painted: look.painted.slice(from, from + steps),
    },
    steps,
  );
  insist(stretch.status);
  insist(forecaster.begin(stretch, look.removed, startsApart));
  const { workspace, input } = stretch;
  return { workspace, input, from, steps, startsApart };
}

function insist(status: Status): void {
  if (!status.ok) throw new Error(`Inference fails here: the ${status.what} is ${status.value}.`);
}
