/** Bounds as arrays. */
import type { NamedArrays } from '../../engine.ts';
import { float64, int32, joined } from '../../shared/engine/arrays.ts';
import type { AnnealingView } from '../annealingView.ts';
import type { FilterView } from '../filterView.ts';
import type { PartView, SignalView, WeightsView } from '../snapshot.ts';

export function boundsArraysOf(view: PartView): NamedArrays {
  if (view.part === 'annealing') return annealingArrays(view);
  return view.part === 'filter' ? filterArrays(view) : datumArrays(view);
}

/** One number of each of the things that were measured. */
const each = <Of>(all: readonly Of[], of: (one: Of) => number) => float64(all.map(of), all.length);

function datumArrays(view: WeightsView | SignalView): NamedArrays {
  const { logEvidence, elbo, line, marks } = view;
  const S = line.sizes.length;
  return {
    ...{ log_evidence: float64([logEvidence]), elbo: float64([elbo]) },
    ...{ sizes: int32(line.sizes, S), bounds: float64(line.bounds, S) },
    measured_sizes: each(marks, ({ samples }) => samples),
    measured_bounds: each(marks, ({ mean }) => mean),
    measured_errors: each(marks, ({ error }) => error),
    ...(view.part === 'weights'
      ? {
          z: float64(view.first.z, view.samples),
          log_weights: float64(
            view.first.logWeights.map((log) => log + logEvidence),
            view.samples,
          ),
        }
      : { signal: float64(joined(view.gradients.map(({ ratios }) => ratios)), 3, S) }),
  };
}

function annealingArrays({ logZ, exact, measured }: AnnealingView): NamedArrays {
  const S = exact.steps.length;
  const { forward, reverse } = measured;
  return {
    ...{ log_z: float64([logZ]), steps: int32(exact.steps, S) },
    ...{ gaps: float64(exact.gap, S), reverse_gaps: float64(exact.reverseGap, S) },
    measured_sizes: each(forward, ({ steps }) => steps),
    measured_bounds: each(forward, ({ bound }) => bound),
    measured_errors: each(forward, ({ boundError }) => boundError),
    measured_reverse: each(reverse, ({ bound }) => bound),
  };
}

function filterArrays(view: FilterView): NamedArrays {
  const { observations, means, sds, logLikelihood, estimates } = view;
  const [T, W] = [observations.length, estimates.length];
  const R = Math.max(...estimates.map(({ errors }) => errors.length));
  const logs = estimates.flatMap(({ errors }) =>
    Array.from({ length: R }, (_, r) => logLikelihood + (errors[r] ?? Number.NaN)),
  );
  return {
    ...{ observations: float64(observations, T), means: float64(means, T) },
    ...{ deviations: float64(sds, T), log_likelihood: float64([logLikelihood]) },
    resampling: { data: estimates.map(({ resampling }) => resampling), shape: [W] },
    estimates: float64(logs, W, R),
  };
}
