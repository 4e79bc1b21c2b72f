/** How models with networks are trained: their settings, and what the trainer makes of them. */
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';

/** Of every model with networks that learns independent points. */
export const pointsPerStep = {
  kind: 'number',
  label: 'Batch',
  help: 'Points per training step.',
  group: 'Training',
  takesEffect: 'restart',
  min: 1,
  max: 5000,
  step: 1,
  scale: 'log',
  integer: true,
  default: 100,
} as const;

/** Of every model with networks; the default is that of structured ones. */
export const learningRate = {
  kind: 'number',
  label: 'Learning rate',
  help: 'Adam step size of encoder and decoder. If it is too large, training breaks down.',
  group: 'Training',
  basic: true,
  takesEffect: 'live',
  min: 0.00001,
  max: 1,
  step: 0.00001,
  scale: 'log',
  default: 0.02,
} as const;

/** Of every structured VAE, whose graphical model has a step of its own; each says what moves. */
export const structuredTraining = {
  learningRate,
  naturalStep: {
    kind: 'number',
    label: 'Natural-gradient step',
    help: 'rho: the fraction of the way that the graphical model moves towards its optimum in each step.',
    group: 'Training',
    basic: true,
    takesEffect: 'live',
    min: 0.001,
    max: 1,
    step: 0.001,
    scale: 'log',
    default: 0.1,
  },
  klWeight: {
    kind: 'number',
    label: 'KL weight',
    help: 'beta: weight of the KL terms in the objective. 1 gives the ELBO.',
    group: 'Training',
    takesEffect: 'live',
    min: 0.01,
    max: 20,
    step: 0.01,
    scale: 'log',
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
