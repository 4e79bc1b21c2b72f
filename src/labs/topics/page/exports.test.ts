import { afterEach, expect, it } from 'vitest';
import '../../allLabs.ts';
import { defaultValues } from '../../../settings/values.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { topicsTable } from '../settings.ts';
import { exports } from './exports.ts';

let lab: LabInProcess;
afterEach(() => lab.close());

async function opened(documents: number) {
  lab = openLabInProcess();
  await lab.controller.begin({
    ...{ lab: 'topics', seed: 1, edits: [], ownData: null, origin: fromSeed() },
    settings: { ...defaultValues(topicsTable), documents, words: 10, restarts: 1, heldOut: 0.1 },
  });
  await lab.controller.train(2);
  const { snapshot } = await lab.controller.currentFrame();
  const run = lab.controller.run.getState();
  if (!run.dataset) throw new Error('No documents are open.');
  return { controller: lab.controller, dataset: run.dataset, snapshot, run };
}

it('has the shares of all documents, however many there are', async () => {
  const { controller, dataset, snapshot, run } = await opened(1200);
  const shares = exports.tables.find(({ label }) => label === 'Document shares');
  const whole = await shares?.complete?.(snapshot, controller);
  const rows =
    shares
      ?.csv(whole ?? snapshot, dataset, run)
      .trim()
      .split('\n') ?? [];
  expect(rows).toHaveLength(1201);
  const [title, ...values] = rows[1200].split(',');
  expect(title).toBe('Picture 1200');
  expect(values.reduce((sum, value) => sum + Number(value), 0)).toBeCloseTo(1, 5);
});

it('has all pixels of each topic, where topics are pictures', async () => {
  const { dataset, snapshot, run } = await opened(40);
  const words = exports.tables.find(({ label }) => label === 'Topics');
  const rows = words?.csv(snapshot, dataset, run).trim().split('\n') ?? [];
  expect(rows).toHaveLength(1 + 10 * 25);
});

it('gives NumPy parameters that belong together', async () => {
  const { controller } = await opened(40);
  const { arrays: engines } = await controller.ask((api) => api.arrays());
  const arrays = { ...engines, ...exports.python?.more?.(engines, controller) };
  const [K, V, D] = [10, 25, 40];
  const pairs = arrays.doc_words.data.length;
  expect(
    Object.fromEntries(Object.entries(arrays).map(([name, { shape }]) => [name, shape])),
  ).toEqual({
    ...{ lambda: [K, V], beta: [K, V], gamma: [D, K], theta: [D, K], alpha: [K], eta: [] },
    ...{ vocabulary: [V], documents: [D], topics: [K], held_out: [4], doc_starts: [D + 1] },
    ...Object.fromEntries(
      ['doc_words', 'doc_counts', 'assignments', 'confidence'].map((name) => [name, [pairs]]),
    ),
    pins: [V],
  });
  const numbers = (name: string) => Array.from(arrays[name].data, Number);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  for (let d = 0; d < D; d++) {
    // gamma is alpha and the words of the document.
    expect(sum(numbers('gamma').slice(d * K, (d + 1) * K))).toBeCloseTo(10 * 0.2 + 10, 9);
    expect(sum(numbers('theta').slice(d * K, (d + 1) * K))).toBeCloseTo(1, 12);
  }
  // lambda is eta and all words but those held out.
  expect(sum(numbers('lambda'))).toBeCloseTo(0.1 * K * V + 36 * 10, 9);
});
