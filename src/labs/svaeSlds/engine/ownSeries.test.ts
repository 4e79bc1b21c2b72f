import { beforeAll, expect, it } from 'vitest';
import { forkRandom } from '../../../math/random.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { TempoRecording } from '../recording.ts';
import { startsFromData, svaeSldsTable } from '../settings.ts';
import { makeSvaeSldsDataset } from './data.ts';
import { SvaeSldsEngine } from './engine.ts';

const DEFAULTS = defaultValues(svaeSldsTable);

beforeAll(async () => {
  await activateBackend('wasm');
});

it('starts own series from their data, and links from before that as they did', () => {
  expect(startsFromData({ ...DEFAULTS, signal: 'own' })).toBe(true);
  expect(startsFromData(DEFAULTS)).toBe(false);
  expect(startsFromData({ ...DEFAULTS, start: 'data' })).toBe(true);
  expect(svaeSldsTable.valuesBefore?.({ signal: 'own' }, 800)).toEqual({ start: 'plain' });
  expect(svaeSldsTable.valuesBefore?.({ signal: 'two-tempo' }, null)).toEqual({});
});

it('finds the tempos of a recorded series that varies little within its range', () => {
  const recording = new TempoRecording('two-tempo', 12, 0.08, 0);
  const random = forkRandom(0, 'switches');
  for (let t = 0, state = 0; t < 700; t++) {
    if (random.uniform() < 1 / 80) state = 1 - state;
    recording.step(state);
  }
  const settings = { ...DEFAULTS, signal: 'own', reach: 0.375 } as const;
  const dataset = makeSvaeSldsDataset(settings, 0, recording.take());
  const engine = new SvaeSldsEngine({ settings, dataset, seed: 0 });
  for (let step = 0; step < 300; step++) expect(engine.train().ok).toBe(true);
  const { statesUsed, adjustedRandIndex }: Readonly<Record<string, unknown>> = engine.measure();
  expect(statesUsed).toBe(2);
  expect(adjustedRandIndex).toBeGreaterThan(0.9);
  engine.dispose();
});
