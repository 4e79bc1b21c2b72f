import { beforeAll, expect, it } from 'vitest';
import { forkRandom } from '../../../math/random.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { SvaeSldsEdit } from '../edits.ts';
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

it('counts a painted step once where training has counted it already', () => {
  const recording = new TempoRecording('two-tempo', 6, 0.08, 0);
  for (let t = 0; t < 150; t++) recording.step(t % 60 < 30 ? 0 : 1);
  const settings = {
    ...DEFAULTS,
    signal: 'own',
    ...{
      reach: 0.375,
      windowSteps: 40,
      windows: 3,
      warmUpSteps: 60,
      hiddenUnits: 12,
    },
    ...{ states: 3, restarts: 2, structuralMoves: false },
  } as const;
  const dataset = makeSvaeSldsDataset(settings, 0, recording.take());
  const trainingRows = dataset.rows - dataset.heldOutRows;
  const engine = new SvaeSldsEngine({ settings, dataset, seed: 0 });
  for (let step = 0; step < 200; step++) expect(engine.train().ok).toBe(true);
  engine.setEdits([{ kind: 'setInputEnd', step: 150 }]);
  const { firstRow, assignments } = engine.snapshot();
  expect(firstRow).toBe(0);
  /** Steps that the dynamics have learned from, in all. */
  const steps = (edit: SvaeSldsEdit) => {
    engine.setEdits([{ kind: 'setInputEnd', step: 150 }, edit]);
    const { nu } = engine.arrays();
    return Array.from(nu.data as Float64Array).reduce((sum, value) => sum + value, 0);
  };
  const paint = (from: number, to: number, state: number) =>
    ({ kind: 'paintState', from, to, state }) as const;
  const before = steps({ kind: 'scaleStickiness', factor: 1 });
  const other = (assignments[20] + 1) % 3;
  // Rows that training has seen move from state to state, those held out come on top.
  expect(steps(paint(20, 25, other))).toBeCloseTo(before, 6);
  expect(steps(paint(trainingRows + 5, trainingRows + 15, other))).toBeCloseTo(before + 10, 6);
  engine.dispose();
});
