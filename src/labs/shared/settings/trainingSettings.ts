/** How models with networks are trained: their settings, and what the trainer makes of them. */
import { logarithmic, wholeLogarithmic } from '../../../settings/ranges.ts';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';

/** Of every model with networks that learns independent points. */
export const pointsPerStep = {
  ...wholeLogarithmic(1, 5000),
  label: 'Batch',
  help: 'Points per training step.',
  group: 'Training',
  default: 100,
} as const;

/** Of every model with networks that learns a series. */
export const windowsSetting = {
  ...wholeLogarithmic(1, 100),
  label: 'Windows per batch',
  help: 'Number of windows, drawn at random, in each training step.',
  group: 'Training',
  default: 8,
} as const;

/** Of every model with networks; the default is that of structured ones. */
export const learningRate = {
  ...logarithmic(0.00001, 1, 0.00001),
  label: 'Learning rate',
  help: 'Adam step size of encoder and decoder. If it is too large, training breaks down.',
  group: 'Training',
  basic: true,
  takesEffect: 'live',
  default: 0.02,
} as const;

/** Of every structured VAE, whose graphical model has a step of its own; each says what moves. */
export const structuredTraining = {
  learningRate,
  naturalStep: {
    ...logarithmic(0.001, 1, 0.001),
    label: 'Natural-gradient step',
    help: 'rho: the fraction of the way that the graphical model moves towards its optimum in each step.',
    group: 'Training',
    basic: true,
    takesEffect: 'live',
    default: 0.1,
  },
  klWeight: {
    ...logarithmic(0.01, 20, 0.01),
    label: 'KL weight',
    help: 'beta: weight of the KL terms in the objective. 1 gives the ELBO.',
    group: 'Training',
    takesEffect: 'live',
    default: 1,
  },
  fullNaturalGradient: {
    kind: 'switch',
    label: 'Full natural gradient',
    help: 'Adds the second term of the natural gradient: the effect of the graphical model on the latents it learns from.',
    group: 'Training',
    takesEffect: 'live',
    default: false,
  },
} as const satisfies SettingsShape;

/** Gradients longer than this belong to a batch gone wrong, not to learning. */
export const GRADIENT_CLIP = 100;

/** The trainer's options from the settings of a structured VAE. */
export function structuredOptions({
  learningRate,
  naturalStep,
  klWeight,
  fullNaturalGradient,
}: Omit<TrainingOptions, 'gradientClip'>): TrainingOptions {
  return { learningRate, naturalStep, klWeight, fullNaturalGradient, gradientClip: GRADIENT_CLIP };
}
