import type { MixtureLayout } from '../../distributions/mixture.ts';
import { OK, type Status } from '../../math/status.ts';
import {
  expectedLogPotential,
  loadGlobals,
  loadPotential,
  localKlOf,
  startFrom,
  updateLabels,
  updateLatent,
} from './kernel.ts';
import type { MeanFieldInput } from './mixture.ts';
import { createMeanFieldWorkspace, type MeanFieldWorkspace } from './workspace.ts';

/** The local factors of one row after a sweep. */
export interface TracedSweep {
  /** K */
  readonly responsibilities: number[];
  /** d */
  readonly mean: number[];
  /** d x d */
  readonly covariance: number[];
  /** Surrogate bound of the row, E_q[log psi(x)] - local KL, in nats; never falls. */
  readonly objective: number;
}

/**
 * Mean field of a single row in slow motion, from where it starts (entry 0) sweep by sweep to the
 * fixed point. The same updates as `meanField`, in memory of its own.
 *
 * @param input potentials and globals as for `meanField`; `precision` and `linear` of length d
 * @param start K responsibilities to start from; zeros for uniform ones
 */
export function traceMeanField(
  layout: MixtureLayout,
  input: Pick<MeanFieldInput, 'precision' | 'linear' | 'expected' | 'tolerance' | 'maxSweeps'>,
  start: Float64Array,
): { readonly status: Status; readonly sweeps: TracedSweep[] } {
  const ws = createMeanFieldWorkspace(layout, 1);
  const sweeps: TracedSweep[] = [];
  if (!loadGlobals(ws, input.expected)) return { status: ws.report.status, sweeps };
  loadPotential(ws, 0, input.precision, input.linear);
  startFrom(ws, 0, start, 0);
  let change = Infinity;
  while (updateLatent(ws, 0)) {
    sweeps.push(takeDown(ws));
    if (change < input.tolerance || sweeps.length > input.maxSweeps) return { status: OK, sweeps };
    change = updateLabels(ws, 0);
  }
  return { status: ws.report.status, sweeps };
}

function takeDown(ws: MeanFieldWorkspace): TracedSweep {
  return {
    responsibilities: Array.from(ws.responsibilities),
    mean: Array.from(ws.means),
    covariance: Array.from(ws.covariances),
    objective: expectedLogPotential(ws) - localKlOf(ws, 0),
  };
}
