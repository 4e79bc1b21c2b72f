import { expect, it } from 'vitest';
import type { LabController } from '../../../store/controller.ts';
import { viewEntries } from '../../../store/viewEntries.fixture.ts';
import { type Measurements, measured } from '../page/measuring/measurements.ts';
import type { Likelihood } from '../page/measuring/pooled.ts';
import { SAMPLES_AT_REST } from '../page/measuring/useMeasuring.ts';
import { challenges } from './challengeSet.ts';

const entries = viewEntries();

/** A lab whose third run rests at step 2000. */
const controller = {
  run: {
    getState: () => ({ runId: 3, step: 2000, dataset: { labels: [0, 1, 1] }, view: entries.view }),
  },
  document: { getState: () => ({ origin: { pretrained: false } }) },
} as unknown as LabController;

const likelihood = (change: Partial<Likelihood> = {}) =>
  ({ step: 2000, samples: SAMPLES_AT_REST, ...change }) as Likelihood;

function seen(change: Partial<Measurements>) {
  const figures = { step: 2000, evaluationData: { data: 'held-out' } } as Measurements['figures'];
  const likelihoods = { gmm: likelihood(), vae: likelihood(), svae: likelihood() };
  entries.setEntry(measured, () => ({
    ...{ run: 3, figures, likelihoods, measuring: null },
    ...change,
  }));
  return challenges.viewOf(controller);
}

it('judges three models measured in full at the step where the run rests', () => {
  expect(seen({})).toMatchObject({ step: 2000, classes: 2, isHeldOut: true, pretrained: false });
  expect(seen({ run: 2 })).toBeNull();
  expect(seen({ measuring: { samples: SAMPLES_AT_REST, done: 0.5 } })).toBeNull();
});

it('judges no model by what it was at an earlier step, or by a few samples', () => {
  const [gmm, vae] = [likelihood(), likelihood()];
  expect(seen({ likelihoods: { gmm, vae, svae: likelihood({ step: 1500 }) } })).toBeNull();
  expect(seen({ likelihoods: { gmm, vae, svae: likelihood({ samples: 24 }) } })).toBeNull();
  expect(seen({ likelihoods: { gmm, vae } })).toBeNull();
});
