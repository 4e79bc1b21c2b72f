import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeModelFile } from '../src/files/modelFile.ts';
import { readModelFile } from '../src/files/readModelFile.ts';
import { labs } from '../src/labs/allLabs.ts';
import { examplesOf } from '../src/labs/examples.fixture.ts';
import { labNamed, loadLab } from '../src/labs/registry.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { defaultValues, type Values } from '../src/settings/values.ts';
import { root } from './processes.mjs';

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
    const activation = await activateBackend('wasm');
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
    expect(readModelFile(text, labNamed(id), null), again).toEqual(decoded);
    if (!decoded.ok) throw new Error(`${decoded.problem.message} (${again})`);
    const { settings, seed, checkpoint } = decoded.file;
    if (!checkpoint) throw new Error('The shipped model is not trained.');
    expect(decoded.warnings, again).toEqual([]);
    const definition = await loadLab(id);
    const dataset = definition.makeDataset(settings, seed, null);
    const engine = definition.create({ settings, dataset, seed });
    try {
      engine.load(checkpoint);
      expect((await examplesOf(id)).shipped[name].isGood(engine), again).toBe(true);
      expect(engine.train().ok, 'training goes on from it').toBe(true);
    } finally {
      engine.dispose();
    }
  });

  it('is small enough to arrive with the page', async () => {
    expect(text.length).toBeLessThan((await examplesOf(id)).shipped[name].characters);
  });
});
