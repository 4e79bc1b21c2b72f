import { beforeAll, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { svaeLdsTable } from '../settings.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

beforeAll(async () => {
  await activateBackend('wasm');
});

it.each([
  [2, 'tanh'],
  [3, 'tanh'],
  [3, 'relu'],
  [2, 'sigmoid'],
] as const)(
  'sees the dot move with %i hidden layers of %s units too',
  (hiddenLayers, activation) => {
    const settings = {
      ...defaultValues(svaeLdsTable),
      ...{ hiddenLayers, activation, sequenceSteps: 1500 },
    };
    const dataset = makeSvaeLdsDataset(settings, 0, null);
    const engine = new SvaeLdsEngine({ settings, dataset, seed: 0 });
    while (engine.step < 40) engine.train();
    // A picture that stays at its mean has a bound of -4 nats.
    expect(engine.evaluate().total).toBeGreaterThan(0);
    engine.dispose();
  },
);
