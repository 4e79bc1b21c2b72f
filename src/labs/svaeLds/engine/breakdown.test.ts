import { afterEach, beforeAll, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

beforeAll(async () => {
  await activateBackend('cpu');
});

const small: SvaeLdsSettings = {
  ...defaultValues(svaeLdsTable),
  ...{ sequenceSteps: 600, windowSteps: 20, windows: 4, latentDimension: 4 },
};

const engines: SvaeLdsEngine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

function start(change: Partial<SvaeLdsSettings> = {}): SvaeLdsEngine {
  const settings = { ...small, ...change };
  const dataset = makeSvaeLdsDataset(settings, 1, null);
  const engine = new SvaeLdsEngine({ settings, seed: 1, dataset });
  engines.push(engine);
  return engine;
}

/** A step with numbers that are none. */
function breakDown(engine: SvaeLdsEngine) {
  const good = engine.save();
  engine.breakDown();
  const outcome = engine.train();
  engine.load(good);
  if (outcome.ok) throw new Error('It did not break down.');
  return outcome.breakdown;
}

it('suggests nothing where step sizes are at their least already', () => {
  const { suggestedSettings, remedy } = breakDown(
    start({ learningRate: 0.00001, naturalStep: 0.001 }),
  );
  expect(suggestedSettings).toBeUndefined();
  expect(remedy).toContain('another seed');
});

it('speaks of the step of the dynamics where nothing else is trained', () => {
  const engine = start({ trains: 'globals', dynamicsStep: 0.3 });
  expect(breakDown(engine)).toMatchObject({ step: 1, suggestedSettings: { dynamicsStep: 0.1 } });
});

it('says what a latent is worth to the decoder', () => {
  const engine = start();
  for (let step = 0; step < 100; step++) engine.train();
  const learned = engine.evaluate();
  engine.setEdits([{ kind: 'scaleLatent', latent: 0, factor: 0 }]);
  const without = engine.evaluate();
  // Only the decoder is another: both KL terms stay.
  expect([without.localKl, without.globalKl]).toEqual([learned.localKl, learned.globalKl]);
  expect(without.total).toBeLessThan(learned.total);
});
