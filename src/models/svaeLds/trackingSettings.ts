/** Settings of the small example that shows filter, smoother and sampler at work. */
import type { SettingsShape } from '../../settings/settingsTable.ts';

/** Steps of the example. */
export const TRACKED_STEPS = 30;

export const trackingSettings = {
  trackingNoise: {
    kind: 'number',
    label: 'Tracking: noise',
    help: 'Standard deviation of what is seen in the tracking example.',
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
    label: 'Tracking: unseen from',
    help: 'First step of the tracking example at which nothing is seen.',
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
    label: 'Tracking: seen again from',
    help: 'First step after that at which something is seen again.',
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
    help: 'Seed of what really happens in the tracking example.',
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
