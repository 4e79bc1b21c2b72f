import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeModelFile } from '../src/files/modelFile.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { labIds, labNamed } from '../src/session/labs.ts';
import { defaultValues } from '../src/settings/values.ts';
import { labNamed as labEntry } from '../src/store/labs.ts';
import { root } from './processes.mjs';
import { teaches } from './teaching.ts';

const folder = join(root, 'public', 'models');
/** Labs that open with a trained model. */
const trained = labIds().filter((id) => labNamed(id).startsTrained !== false);
const again = 'if this is out of date, run: npm run models';

/** What a model that is shipped has to have found. */
const GOOD: Readonly<Record<string, (metrics: Readonly<Record<string, unknown>>) => void>> = {
  'svae-gmm': ({ adjustedRandIndex }) =>
    expect(adjustedRandIndex, again).toBeGreaterThanOrEqual(0.95),
  vae: ({ explainedVariance }) => expect(Number(explainedVariance), again).toBeGreaterThan(0.99),
  compare: ({ svae }) =>
    expect((svae as { adjustedRandIndex: number }).adjustedRandIndex, again).toBeGreaterThan(0.95),
  'svae-lds': ({ period, truePeriod }) =>
    expect(Math.abs(Number(period) / Number(truePeriod) - 1), again).toBeLessThan(0.01),
};

/**
 * Characters a file may have; the networks of the LDS have six times the inputs and outputs, and the
 * comparison holds three models.
 */
const LARGEST: Readonly<Record<string, number>> = {
  'svae-gmm': 150_000,
  vae: 60_000,
  'svae-lds': 170_000,
  compare: 370_000,
};

it('every lab that starts trained has a shipped model, and there is none without a lab', () => {
  expect(readdirSync(folder).sort()).toEqual(trained.map((id) => `${id}.json`).sort());
});

describe.each(trained)('the shipped model of %s', (id) => {
  const text = readFileSync(join(folder, `${id}.json`), 'utf8');

  beforeAll(async () => {
    const activation = await activateBackend('cpu');
    expect(activation.reason).toBe('');
  });

  it('was made with the default preset as it is now', () => {
    const { settings } = JSON.parse(text);
    expect(settings, again).toEqual(defaultValues(labNamed(id).table));
  });

  it('is read without a complaint, and is a good model', () => {
    const decoded = decodeModelFile(text, labEntry(id));
    if (!decoded.ok) throw new Error(`${decoded.problem.message} (${again})`);
    const { settings, seed, checkpoint } = decoded.file;
    if (!checkpoint) throw new Error('The shipped model is not trained.');
    expect(decoded.warnings, again).toEqual([]);
    const definition = labNamed(id);
    const dataset = definition.makeDataset(settings, seed, null);
    const engine = definition.create({ settings, dataset, seed });
    try {
      engine.load(checkpoint);
      GOOD[id]?.(definition.metrics(engine, dataset));
      expect(teaches(id, engine), again).toBe(true);
      expect(engine.train().ok, 'training goes on from it').toBe(true);
    } finally {
      engine.dispose();
    }
  });

  it('is small enough to arrive with the page', () => {
    expect(text.length).toBeLessThan(LARGEST[id]);
  });
});
