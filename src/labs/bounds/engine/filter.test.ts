import { expect, it } from 'vitest';
import { FilterModel, type FilterSettings } from './filter.ts';

const SETTINGS: FilterSettings = {
  ...{ particles: 200, observations: 40, observationNoise: 0.3, resampling: 'when-few' },
};

function made(change: Partial<FilterSettings>, repeats = 0) {
  const model = new FilterModel({ ...SETTINGS, ...change }, 0);
  while (model.state.marks[0] < 3 * repeats) model.train();
  return model;
}

const estimatesOf = (model: FilterModel, way: string) => {
  const found = model.view().estimates.find(({ resampling }) => resampling === way);
  if (!found?.spread) throw new Error(`no ${way}`);
  return { ...found, ...found.spread };
};

it('has the likelihood of the Kalman filter as its mean over 200 repeats, and its log too low', () => {
  const model = made({}, 200);
  for (const way of ['always', 'when-few']) {
    const { ratio, ratioError, mean, meanError, variance } = estimatesOf(model, way);
    expect(Math.abs(ratio - 1)).toBeLessThan(3 * ratioError);
    expect(mean).toBeLessThan(-2 * meanError);
    expect(Math.abs(mean + variance / 2)).toBeLessThan(0.2 * variance + 3 * meanError);
  }
  // Without resampling the weights end with one particle.
  expect(estimatesOf(model, 'never').variance).toBeGreaterThan(
    20 * estimatesOf(model, 'always').variance,
  );
});

it('follows the exact means, and the longer run of never has one particle left', () => {
  const { means, sds, truth, run, particles } = made({ particles: 3000 }).view();
  const inside = means.filter((mean, t) => Math.abs(truth[t] - mean) < 2 * sds[t]);
  expect(inside.length).toBeGreaterThan(0.85 * means.length);
  for (let t = 0; t < means.length; t++) {
    const [places, weights] = [run.places, run.weights].map((all) =>
      all.subarray(t * run.shown, (t + 1) * run.shown),
    );
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = places.reduce((sum, place, s) => sum + (place * weights[s]) / whole, 0);
    expect(Math.abs(mean - means[t])).toBeLessThan(sds[t]);
  }
  expect(Math.max(...run.effective)).toBeLessThanOrEqual(particles + 1e-6);
  expect(made({ resampling: 'never' }).view().run.effective.at(-1)).toBeLessThan(10);
});

it('shows the last run that has ended, whose estimate is among those measured', () => {
  const model = made({}, 5);
  const { run } = model.view();
  const { errors } = estimatesOf(model, 'when-few');
  expect(run.repeat).toBe(errors.length - 1);
  expect(errors[run.repeat]).toBeCloseTo(run.error, 5);
  // Done again, as where it was not watched.
  model.restored();
  expect(model.view().run).toEqual(run);
});

it('goes on in the middle of a run', () => {
  const settings = { particles: 3000 };
  const [model, other] = [made(settings), made(settings)];
  for (let step = 0; step < 2; step++) model.train();
  expect(model.state.marks[1]).toBeGreaterThan(0);
  other.state.marks.set(model.state.marks);
  other.state.logs.set(model.state.logs);
  other.restored();
  for (let step = 0; step < 20; step++) {
    model.train();
    other.train();
  }
  expect(other.state).toEqual(model.state);
});
