/** Linear dynamics as arrays, and dynamics from arrays that were changed elsewhere. */
import {
  float64,
  mirrored,
  requireCovariances,
  requireMore,
  type Taken,
} from '../../shared/engine/arrays.ts';
import { firstLatentArrays, takeFirstLatent } from '../../shared/engine/firstLatentArrays.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { editLatents } from './forecast.ts';
import type { LdsGlobals } from './globals.ts';

/** @param natural with the edits of the transition in */
export function dynamicsArrays({ dimension: d, family }: LdsGlobals, natural: Float64Array) {
  const { layout, initial, transition } = family;
  const dynamics = transition.toStandard(natural, layout.transitionAt);
  return {
    transition_matrix: float64(dynamics.transition, d, d),
    noise_covariance: float64(
      mirrored(dynamics.psi, d).map((value) => value / dynamics.nu),
      d,
      d,
    ),
    column_covariance: float64(dynamics.columns, d, d),
    nu: float64([dynamics.nu]),
    ...firstLatentArrays(initial, natural, layout.initialAt),
  };
}

/** What edits do to latents on their way to the decoder. */
export function latentArrays(d: number, edits: readonly SvaeLdsEdit[]) {
  const zeros = new Float64Array(d);
  const ones = new Float64Array(d).fill(1);
  editLatents(zeros, d, edits);
  editLatents(ones, d, edits);
  return {
    latent_scale: float64(
      ones.map((one, i) => one - zeros[i]),
      d,
    ),
    latent_shift: float64(zeros.subarray(0, 1)),
  };
}

/** Writes what was changed into eta, in place. */
export function takeDynamics(
  { dimension: d, family }: LdsGlobals,
  taken: Taken,
  natural: Float64Array,
): void {
  const { layout, initial, transition } = family;
  for (const name of ['noise_covariance', 'column_covariance'])
    if (taken[name]) requireCovariances(name, taken[name], d);
  if (taken.nu) requireMore('nu', taken.nu, d - 1);
  const before = transition.toStandard(natural, layout.transitionAt);
  const nu = taken.nu?.[0] ?? before.nu;
  const noise = taken.noise_covariance ?? before.psi.map((value) => value / before.nu);
  transition.fromStandard(
    {
      transition: taken.transition_matrix ?? before.transition,
      columns: taken.column_covariance ?? before.columns,
      psi: noise.map((value) => value * nu),
      nu,
    },
    natural,
    layout.transitionAt,
  );
  takeFirstLatent(initial, taken, natural, layout.initialAt);
}
