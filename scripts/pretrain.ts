/**
 * Makes the model each lab opens with, `public/models/<lab>.json`, and the picture of it at home:
 * `npm run models`, or of some labs only: `npm run models -- svae-lds`. The default preset is trained
 * from a few seeds, and of those that are good, as the lab's `examples.fixture.ts` says, the one with the highest
 * bound is shipped. Presets that links open trained have a file too, `<lab>-<preset>.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeModelFile } from '../src/files/modelFile.ts';
import type { ModelFile } from '../src/files/readModelFile.ts';
import { labs } from '../src/labs/allLabs.ts';
import type { AnyEngine, Checkpoint, Dataset, ObjectiveTerms } from '../src/labs/engine.ts';
import { examplesOf, folderOf, type ShippedExample } from '../src/labs/examples.fixture.ts';
import type { ShippedPreset } from '../src/labs/lab.ts';
import { type LoadedLab, loadLab } from '../src/labs/registry.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { defaultValues, type Values } from '../src/settings/values.ts';
import { root } from './processes.mjs';

/** Every seed also draws data of its own, so a few tries cover luck with either. */
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);
const STEPS = 2000;
/** Rows of the bound's history: what the chart can show at a glance. */
const HISTORY_ROWS = 200;
/**
 * Warm starts are rounded to multiples of this, and the history to four digits after the point.
 * Inference goes on from a start and needs no digits of it; without them the file compresses to a
 * fraction. Whole numbers and NaN marks stay what they are.
 */
const WARM_START_GRAIN = 2 ** -12;
/**
 * Significant bits that networks and optimiser of a preset keep, for the same reason. The bound is
 * the same to a tenth of a nat, and training goes on without a dip.
 */
const PRESET_BITS = { parameters: 10, optimiser: 6 } as const;

const folder = join(root, 'public', 'models');

interface Pretrained {
  readonly bound: number;
  readonly isGood: boolean;
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly file: ModelFile;
}

async function main(): Promise<void> {
  const activation = await activateBackend('wasm');
  if (!activation.ok) throw new Error(activation.reason);
  mkdirSync(folder, { recursive: true });
  const asked = process.argv.slice(2);
  for (const id of asked.length > 0 ? asked : labs.map((lab) => lab.id)) {
    const lab = await loadLab(id);
    if (lab.startsTrained === false) {
      await drawPreset(lab);
      continue;
    }
    const settings = defaultValues(lab.table);
    const { shipped } = await examplesOf(id);
    const candidates = SEEDS.flatMap(
      (seed) => pretrain(lab, settings, seed, shipped[id].steps ?? STEPS, shipped[id]) ?? [],
    );
    const good = candidates.filter(({ isGood }) => isGood);
    if (good.length === 0) throw new Error(`No seed gives a model of ${id} that can be shipped.`);
    const best = good.reduce((a, b) => (b.bound > a.bound ? b : a));
    ship(id, best);
    await drawTrained(lab, best.file);
    for (const preset of lab.shippedPresets ?? []) {
      shipPreset(lab, preset, shipped[`${id}-${preset.preset}`]);
    }
  }
}

function ship(name: string, { file, metrics }: Pretrained): void {
  const text = `${encodeModelFile(file)}\n`;
  writeFileSync(join(folder, `${name}.json`), text);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `public/models/${name}.json: seed ${file.seed}, ${JSON.stringify(metrics)}, ${kilobytes(text.length)}, gzip ${kilobytes(gzipSync(text).length)}\n`,
  );
}

function shipPreset(
  lab: LoadedLab,
  { preset, seed, steps }: ShippedPreset,
  example: ShippedExample,
): void {
  const applied = applyPreset(lab.table, preset);
  const trained = applied.ok ? pretrain(lab, applied.values, seed, steps, example) : null;
  if (!trained?.file.checkpoint)
    throw new Error(`The preset "${preset}" of ${lab.id} has no model.`);
  const checkpoint = coarse(trained.file.checkpoint);
  ship(`${lab.id}-${preset}`, { ...trained, file: { ...trained.file, checkpoint } });
}

/** A run from one seed; null if it broke down. */
function pretrain(
  definition: LoadedLab,
  settings: Values,
  seed: number,
  steps: number,
  example: ShippedExample,
): Pretrained | null {
  const dataset = definition.makeDataset(settings, seed, null);
  const engine = definition.create({ settings, dataset, seed });
  const step: number[] = [];
  const elbo: ObjectiveTerms[] = [];
  try {
    while (engine.step < steps) {
      const outcome = engine.train();
      if (!outcome.ok) return null;
      if (engine.step % Math.ceil(steps / HISTORY_ROWS) === 0) {
        step.push(engine.step);
        elbo.push(rounded(outcome.objective));
      }
    }
    // A trial that is under way would be shipped with both its branches; this gives it up.
    engine.updateSettings?.(settings);
    const checkpoint = compact(engine.save());
    const judged = judge(definition, { settings, dataset, seed }, checkpoint, example);
    process.stdout.write(
      `${definition.id} seed ${seed}: bound ${judged.bound.toFixed(4)}${judged.isGood ? '' : ', not to be shipped'}\n`,
    );
    const lab = definition.id;
    const history = { step, elbo };
    const trained = { lab, settings, seed, edits: [], ownData: null, checkpoint, history };
    return { ...judged, file: { ...trained, pretrained: true } };
  } finally {
    engine.dispose();
  }
}

/** The still picture on a lab's card at home. */
async function drawMiniature(lab: LoadedLab, engine: AnyEngine, dataset: Dataset): Promise<void> {
  const { miniature } = await examplesOf(lab.id);
  // The snapshot is that of the lab's own engine.
  const picture = miniature.of(engine.snapshot({ afresh: true }) as never, dataset);
  const file = join(root, 'src', 'labs', folderOf(lab.id), 'miniature.generated.json');
  writeFileSync(file, `${JSON.stringify(picture)}\n`);
  engine.dispose();
}

async function drawTrained(lab: LoadedLab, { settings, seed, checkpoint }: ModelFile) {
  if (!checkpoint) return;
  const dataset = lab.makeDataset(settings, seed, null);
  const engine = lab.create({ settings, dataset, seed });
  engine.load(checkpoint);
  await drawMiniature(lab, engine, dataset);
}

/** Of a lab that opens untrained and ships no model. */
async function drawPreset(lab: LoadedLab): Promise<void> {
  const { preset, steps = 0 } = (await examplesOf(lab.id)).miniature;
  const values = lab.table.presets.find(({ id }) => id === preset)?.values;
  const settings = Object.assign(defaultValues(lab.table), values);
  const dataset = lab.makeDataset(settings, 0, null);
  const engine = lab.create({ settings, dataset, seed: 0 });
  for (let step = 0; step < steps; step++) engine.train();
  await drawMiniature(lab, engine, dataset);
}

/** Judges what will be in the file, not what was in memory before it was rounded. */
function judge(
  definition: LoadedLab,
  request: Parameters<LoadedLab['create']>[0],
  checkpoint: Checkpoint,
  example: ShippedExample,
): Omit<Pretrained, 'file'> {
  const engine = definition.create(request);
  try {
    engine.load(checkpoint);
    const metrics = engine.measure?.() ?? {};
    const bound = engine.evaluate().total;
    const isGood = example.isGood(engine);
    return { bound, isGood, metrics };
  } finally {
    engine.dispose();
  }
}

function compact(checkpoint: Checkpoint): Checkpoint {
  const grain = (value: number) => Math.round(value / WARM_START_GRAIN) * WARM_START_GRAIN;
  return changed(checkpoint, { localState: grain, responsibilities: grain });
}

function coarse(checkpoint: Checkpoint): Checkpoint {
  const networks = (value: number) => toBits(value, PRESET_BITS.parameters);
  const others = (value: number) => toBits(value, PRESET_BITS.optimiser);
  return changed(checkpoint, {
    parameters: networks,
    adam: others,
    averageParameters: others,
    averageNatural: others,
  });
}

/** Arrays by name, those of a model inside another one too, with each number changed. */
function changed(
  { step, arrays }: Checkpoint,
  changes: Readonly<Record<string, (value: number) => number>>,
): Checkpoint {
  const all = Object.entries(arrays).map(([name, array]) => {
    const change = changes[name.slice(name.lastIndexOf('/') + 1)];
    return [name, change ? array.map(change) : array];
  });
  return { step, arrays: Object.fromEntries(all) };
}

/** Counts and lengths are whole numbers, and stay. */
function toBits(value: number, bits: number): number {
  if (Number.isInteger(value)) return value;
  const grain = 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - bits);
  return Math.round(value / grain) * grain;
}

function rounded({ total, ...parts }: ObjectiveTerms): ObjectiveTerms {
  const round = (value: number) => Number(value.toFixed(4));
  const others = Object.entries(parts).map(([key, value]) => [key, round(value)]);
  return { total: round(total), ...Object.fromEntries(others) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
