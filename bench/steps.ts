/** What a training step costs, in Node: two models in turn, so that both run on an equally busy machine. */
import { loadLab } from '../src/labs/registry.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { SEED } from './config.ts';
import { median } from './statistics.ts';

const STEPS_IN_ROUND = 10;

export interface Trained {
  readonly lab: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Milliseconds of a step of each, medians over rounds of ten steps, after a warm-up of so many. */
export async function stepMs(
  models: readonly Trained[],
  { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number },
): Promise<readonly number[]> {
  const activation = await activateBackend('wasm');
  if (!activation.ok) throw new Error(activation.reason);
  const engines = await Promise.all(
    models.map(async ({ lab, settings: asked }) => {
      const { table, makeDataset, create } = await loadLab(lab);
      const settings = validateSettings(table, asked).values;
      return create({ settings, dataset: makeDataset(settings, SEED, null), seed: SEED });
    }),
  );
  for (const engine of engines) for (let i = 0; i < warmUp; i++) engine.train();
  const times = engines.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    engines.forEach((engine, which) => {
      const from = performance.now();
      for (let i = 0; i < STEPS_IN_ROUND; i++) engine.train();
      times[which].push((performance.now() - from) / STEPS_IN_ROUND);
    });
  }
  for (const engine of engines) engine.dispose();
  return times.map(median);
}
