import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeModelFile } from '../src/files/modelFile.ts';
import type { AnyEngine } from '../src/labs/engine.ts';
import { labNamed, labs, loadLab } from '../src/labs/registry.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { defaultValues, type Values } from '../src/settings/values.ts';
import { root } from './processes.mjs';
import { teaches } from './teaching.ts';

const folder = join(root, 'public', 'models');
/** Labs that open with a trained model. */
const trained = labs.filter(({ startsTrained }) => startsTrained !== false);
/** The file of each lab, and of each preset that links open trained. */
const files = trained.flatMap(({ id, table, shippedPresets = [] }) => [
  { name: id, id, settings: defaultValues(table) },
  ...shippedPresets.map(({ preset, ...rest }) => ({
    name: `${id}-${preset}`,
    id,
    settings: valuesOf(id, preset),
    ...rest,
  })),
]);
const again = 'if this is out of date, run: npm run models';

/** What a model that is shipped has to have found. */
const GOOD: Readonly<Record<string, (metrics: Metrics, engine: AnyEngine) => void>> = {
  'svae-gmm': (metrics) => expect(metrics().adjustedRandIndex, again).toBeGreaterThanOrEqual(0.95),
  vae: (metrics) => expect(Number(metrics().explainedVariance), again).toBeGreaterThan(0.99),
  // By its bound: log-likelihoods of that many pictures take a minute.
  'vae-shapes': (_, engine) => expect(engine.evaluate().total, again).toBeGreaterThan(154),
  compare: (metrics) => {
    const { svae } = metrics() as { readonly svae: { readonly adjustedRandIndex: number } };
    expect(svae.adjustedRandIndex, again).toBeGreaterThan(0.95);
  },
  'svae-lds': (metrics) => {
    const { period, truePeriod } = metrics();
    expect(Math.abs(Number(period) / Number(truePeriod) - 1), again).toBeLessThan(0.01);
  },
};

/** What the command line prints of a model: computed when it is asked for. */
type Metrics = () => Readonly<Record<string, unknown>>;

/**
 * Characters a file may have; the networks of the LDS have six times the inputs and outputs, the
 * comparison holds three models, and pictures have 144 pixels. That file is loaded by its link alone.
 */
const LARGEST: Readonly<Record<string, number>> = {
  'svae-gmm': 150_000,
  vae: 60_000,
  'vae-shapes': 900_000,
  'svae-lds': 170_000,
  compare: 370_000,
};

function valuesOf(id: string, preset: string): Values {
  const applied = applyPreset(labNamed(id).table, preset);
  if (!applied.ok) throw new Error(applied.message);
  return applied.values;
}

it('every lab that starts trained has a shipped model, and there is none without a lab', () => {
  expect(readdirSync(folder).sort()).toEqual(files.map(({ name }) => `${name}.json`).sort());
});

describe.each(files)('the shipped model $name', ({ name, id, ...expected }) => {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');

  beforeAll(async () => {
    const activation = await activateBackend('cpu');
    expect(activation.reason).toBe('');
  });

  it('was made with the settings of its preset as they are now', () => {
    const file = JSON.parse(text);
    const { seed, checkpoint } = file;
    // A setting that came later is at its default, as when the file is opened.
    const { values: settings } = validateSettings(labNamed(id).table, file.settings);
    expect({ seed, steps: checkpoint.step, settings }, again).toMatchObject(expected);
  });

  it('is read without a complaint, and is a good model', async () => {
    const decoded = decodeModelFile(text, labNamed(id));
    if (!decoded.ok) throw new Error(`${decoded.problem.message} (${again})`);
    const { settings, seed, checkpoint } = decoded.file;
    if (!checkpoint) throw new Error('The shipped model is not trained.');
    expect(decoded.warnings, again).toEqual([]);
    const definition = await loadLab(id);
    const dataset = definition.makeDataset(settings, seed, null);
    const engine = definition.create({ settings, dataset, seed });
    try {
      engine.load(checkpoint);
      GOOD[name]?.(() => engine.measure?.() ?? {}, engine);
      expect(teaches(id, engine), again).toBe(true);
      expect(engine.train().ok, 'training goes on from it').toBe(true);
    } finally {
      engine.dispose();
    }
  });

  it('is small enough to arrive with the page', () => {
    expect(text.length).toBeLessThan(LARGEST[name]);
  });
});
