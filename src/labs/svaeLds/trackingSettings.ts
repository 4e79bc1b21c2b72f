/** Settings of the small example that shows filter, smoother and sampler at work. */
import type { SettingsShape } from '../../settings/settingsTable.ts';

/** Steps of the example. */
export const TRACKED_STEPS = 30;

export const trackingSettings = {
  trackingNoise: {
    kind: 'number',
    label: 'Tracking: noise',
    help: 'Standard deviation of the observation noise in the tracking example.',
    group: 'Pictures',
    takesEffect: 'live',
    min: 0.05,
    max: 3,
    step: 0.05,
    scale: 'linear',
    default: 0.4,
  },
  trackingHiddenFrom: {
    kind: 'number',
    label: 'Tracking: no input from',
    help: 'First step of the tracking example without an observation.',
    group: 'Pictures',
    takesEffect: 'live',
    min: 0,
    max: TRACKED_STEPS,
    step: 1,
    scale: 'linear',
    integer: true,
    default: 12,
  },
  trackingHiddenTo: {
    kind: 'number',
    label: 'Tracking: input again from',
    help: 'First step after that with an observation.',
    group: 'Pictures',
    takesEffect: 'live',
    min: 0,
    max: TRACKED_STEPS,
    step: 1,
    scale: 'linear',
    integer: true,
    default: 18,
  },
  trackingTruth: {
    kind: 'number',
    label: 'Tracking: truth',
    help: 'Seed of the true path in the tracking example.',
    group: 'Pictures',
    takesEffect: 'live',
    min: 1,
    max: 9999,
    step: 1,
    scale: 'linear',
    integer: true,
    default: 1,
  },
} as const satisfies SettingsShape;
