/** Linear dynamics as arrays, and dynamics from arrays that were changed elsewhere. */
import {
  float64,
  requireCovariances,
  requireMore,
  requirePositive,
  type Taken,
} from '../../shared/engine/arrays.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { editLatents } from './forecast.ts';
import type { LdsGlobals } from './globals.ts';

/** @param natural with the edits of the transition in */
export function dynamicsArrays({ dimension: d, family }: LdsGlobals, natural: Float64Array) {
  const { layout } = family;
  const dynamics = family.transition.toStandard(natural, layout.transitionAt);
  const initial = family.initial.toStandard(natural, layout.initialAt);
  return {
    transition_matrix: float64(dynamics.transition, d, d),
    noise_covariance: float64(
      dynamics.psi.map((value) => value / dynamics.nu),
      d,
      d,
    ),
    column_covariance: float64(dynamics.columns, d, d),
    nu: float64([dynamics.nu]),
    initial_mean: float64(initial.mean, d),
    initial_covariance: float64(
      initial.psi.map((value) => value / initial.nu),
      d,
      d,
    ),
    initial_kappa: float64([initial.kappa]),
    initial_nu: float64([initial.nu]),
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
  const { layout } = family;
  for (const name of ['noise_covariance', 'column_covariance', 'initial_covariance'])
    if (taken[name]) requireCovariances(name, taken[name], d);
  if (taken.initial_kappa) requirePositive('initial_kappa', taken.initial_kappa);
  for (const name of ['nu', 'initial_nu']) if (taken[name]) requireMore(name, taken[name], d - 1);
  const scaled = (of: ArrayLike<number>, factor: number) =>
    Float64Array.from(of, (value) => value * factor);

  const dynamics = family.transition.toStandard(natural, layout.transitionAt);
  const nu = taken.nu?.[0] ?? dynamics.nu;
  const noise = taken.noise_covariance ?? scaled(dynamics.psi, 1 / dynamics.nu);
  family.transition.fromStandard(
    {
      transition: taken.transition_matrix ?? dynamics.transition,
      columns: taken.column_covariance ?? dynamics.columns,
      psi: scaled(noise, nu),
      nu,
    },
    natural,
    layout.transitionAt,
  );

  const initial = family.initial.toStandard(natural, layout.initialAt);
  const initialNu = taken.initial_nu?.[0] ?? initial.nu;
  const covariance = taken.initial_covariance ?? scaled(initial.psi, 1 / initial.nu);
  family.initial.fromStandard(
    {
      mean: taken.initial_mean ?? initial.mean,
      kappa: taken.initial_kappa?.[0] ?? initial.kappa,
      psi: scaled(covariance, initialNu),
      nu: initialNu,
    },
    natural,
    layout.initialAt,
  );
}
