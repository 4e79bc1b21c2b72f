/** Settings of the small example that shows filter, smoother and sampler at work. */
import { linear, whole } from '../../settings/ranges.ts';
import type { SettingsShape } from '../../settings/settingsTable.ts';

/** Steps of the example. */
export const TRACKED_STEPS = 30;

export const trackingSettings = {
  trackingNoise: {
    ...linear(0.05, 3, 0.05),
    label: 'Tracking: noise',
    help: 'Standard deviation of the observation noise in the tracking example.',
    group: 'Pictures',
    takesEffect: 'live',
    default: 0.4,
  },
  trackingHiddenFrom: {
    ...whole(0, TRACKED_STEPS),
    label: 'Tracking: no input from',
    help: 'First step of the tracking example without an observation.',
    group: 'Pictures',
    takesEffect: 'live',
    default: 12,
  },
  trackingHiddenTo: {
    ...whole(0, TRACKED_STEPS),
    label: 'Tracking: input again from',
    help: 'First step after that with an observation.',
    group: 'Pictures',
    takesEffect: 'live',
    default: 18,
  },
  trackingTruth: {
    ...whole(1, 9999),
    label: 'Tracking: truth',
    help: 'Seed of the true path in the tracking example.',
    group: 'Pictures',
    takesEffect: 'live',
    default: 1,
  },
} as const satisfies SettingsShape;
