/** The notebooks of all labs, run by NumPy on models of these engines; and the models read back. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { npz } from '../files/npz.ts';
import { pythonArrays } from '../files/pythonFile.ts';
import { readModelFile } from '../files/readModelFile.ts';
import { activateBackend } from '../networks/backend.ts';
import { applyPreset } from '../settings/presets.ts';
import type { Values } from '../settings/values.ts';
import './allLabs.ts';
import { type AnyEngine, type Checkpoint, datasetOf, type NamedArrays } from './engine.ts';
import { examplesOf, folderOf } from './examples.fixture.ts';
import { type LoadedLab, loadLab, registry } from './registry.ts';
import type { LabExports, PythonOffer } from './shared/keeping/labExports.ts';
import { cellsOf } from './shared/keeping/notebookText.ts';

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

/** Settings besides the small ones of the examples whose notebooks take other ways. */
const OTHERS: Readonly<Record<string, readonly Values[]>> = {
  bounds: ['signal', 'annealing', 'filter'].map((part) => ({ part })),
  divergences: [
    ...[{ fit: 'alpha', gaussians: 2 }, { target: 'cut' }, { target: 'drawn' }],
    ...['bars', 'jensen', 'plane', 'identity'].map((part) => ({ part })),
  ],
  em: ['k-means', 'soft-k-means', 'bayesian-gmm'].map((algorithm) => ({ algorithm })),
  estimators: [
    ...[{ f: 'elbo', parameter: 'sd' }, { q: 'coin' }, { f: 'cosine', dimension: 3 }],
    ...['gaussian', 'coin'].map((q) => ({ part: 'race', f: 'elbo', q })),
  ],
  'mean-field': ['normal', 'banana', 'drawn', 'sprinkler', 'naive-bayes', 'chain'].map(
    (target) => ({
      target,
    }),
  ),
  'svae-lds': [{ signal: 'sunspots' }],
  vae: [{ posterior: 'full' }, { dataset: 'shapes', pixels: 8, latentDimension: 3 }],
};
const STEPS = 12;
const SEED = 3;

/** Edits besides those of the examples. */
const OTHER_EDITS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'svae-gmm': [[{ kind: 'removeCluster', cluster: 1 }]],
  'svae-lds': [
    [
      { kind: 'scaleLatent', latent: 1, factor: 1.5 },
      { kind: 'shiftLatents', amount: 0.3 },
      { kind: 'setInputEnd', step: 0 },
    ],
  ],
  'svae-slds': [
    [
      { kind: 'removeState', state: 2 },
      { kind: 'paintState', from: 480, to: 490, state: 1 },
      { kind: 'paintState', from: 590, to: 595, state: 0 },
    ],
    [{ kind: 'setInputEnd', step: 0 }],
  ],
};

interface Case {
  readonly name: string;
  readonly lab: LoadedLab;
  readonly offer: PythonOffer;
  readonly values: Values;
  readonly seed: number;
  readonly edits: readonly unknown[];
  /** Of a shipped model; absent: trained here. */
  readonly checkpoint?: Checkpoint | null;
}

async function casesOf(id: string): Promise<Case[]> {
  const lab = await loadLab(id);
  const { exports }: { exports: LabExports } = await import(`./${folderOf(id)}/page/exports.ts`);
  const { python: offer } = exports;
  if (!offer) return [];
  const { small, edits } = await examplesOf(id);
  const applied = applyPreset(lab.table, lab.table.presets[0].id);
  if (!applied.ok) throw new Error(applied.message);
  const values = { ...applied.values, ...small };
  const plain = { lab, offer, seed: SEED, edits: [] };
  const cases: Case[] = [
    { ...plain, name: id, values },
    ...(OTHERS[id] ?? []).map((other, i) => ({
      ...{ ...plain, name: `${id}-${i + 1}`, values: { ...values, ...other } },
    })),
  ];
  const shipped = shippedModel(lab);
  if (shipped) cases.push({ ...plain, name: `${id}-shipped`, ...shipped });
  const edited = [...(edits.length > 0 ? [edits] : []), ...(OTHER_EDITS[id] ?? [])];
  return [
    ...cases,
    ...edited.map((these, i) => ({
      ...{ ...plain, name: `${id}-edited-${i + 1}`, edits: these },
      ...(shipped ?? { values }),
    })),
  ];
}

function shippedModel(lab: LoadedLab): Pick<Case, 'values' | 'seed' | 'checkpoint'> | null {
  const path = `public/models/${lab.id}.json`;
  if (!existsSync(path)) return null;
  const read = readModelFile(readFileSync(path, 'utf8'), lab, null);
  if (!read.ok || !read.file.checkpoint) throw new Error(path);
  const { settings, seed, checkpoint } = read.file;
  return { values: settings, seed, checkpoint };
}

async function modelOf({ lab, values, seed, edits, checkpoint }: Case): Promise<AnyEngine> {
  const dataset = await datasetOf(lab, values, seed, null);
  const engine = lab.create({ settings: values, dataset, seed });
  if (checkpoint) engine.load(checkpoint);
  else for (let step = 0; step < STEPS; step++) engine.train();
  if (edits.length > 0) engine.setEdits?.(edits);
  return engine;
}

function arraysOf({ lab, values, seed, edits }: Case, engine: AnyEngine): NamedArrays {
  const checkpoint = engine.save();
  const file = { lab: lab.id, settings: values, seed, edits, ownData: null };
  return pythonArrays(
    { ...file, checkpoint, history: null, pretrained: false },
    engine.arrays?.() ?? {},
  );
}

describe.runIf(hasNumpy)('notebooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compute what the page shows, to 1e-5', async () => {
    await activateBackend('cpu');
    const written: { name: string; cells: string[] }[] = [];
    for (const { card } of registry)
      for (const one of await casesOf(card.id)) {
        const engine = await modelOf(one);
        writeFileSync(join(folder, `${one.name}.npz`), npz(arraysOf(one, engine)));
        engine.dispose();
        const cells = cellsOf(await one.offer.notebook(), `${one.name}.npz`);
        written.push({
          name: one.name,
          cells: cells
            .filter(({ kind }) => kind === 'code')
            .map(({ source, isFigure }) =>
              isFigure ? `compile(${JSON.stringify(source)}, "figure", "exec")` : source,
            ),
        });
      }
    writeFileSync(join(folder, 'notebooks.json'), JSON.stringify(written));
    const script = `
import json, traceback
results = {}
for one in json.load(open("notebooks.json")):
    scope = {}
    try:
        for cell in one["cells"]:
            exec(cell, scope)
        results[one["name"]] = scope["errors"]
    except Exception:
        results[one["name"]] = traceback.format_exc()[-1500:]
json.dump(results, open("results.json", "w"))
`;
    execFileSync('python3', ['-c', script], { cwd: folder, stdio: 'pipe' });
    const { default: results } = await import(join(folder, 'results.json'));
    if (process.env.SVAE_LAB_NOTEBOOKS)
      process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
    for (const { name } of written) {
      expect(results[name], name).toBeTypeOf('object');
      expect(Object.keys(results[name]), name).not.toHaveLength(0);
    }
  });
});
