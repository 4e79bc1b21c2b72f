/** The notebooks of all labs, run by NumPy on models of these engines; and the models read back. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { npz } from '../files/npz.ts';
import { pythonArrays } from '../files/pythonFile.ts';
import { activateBackend } from '../networks/backend.ts';
import { applyPreset } from '../settings/presets.ts';
import type { Values } from '../settings/values.ts';
import './allLabs.ts';
import { type AnyEngine, datasetOf, type NamedArrays } from './engine.ts';
import { examplesOf, folderOf } from './examples.fixture.ts';
import { type LoadedLab, loadLab, registry } from './registry.ts';
import type { LabExports, PythonOffer } from './shared/keeping/labExports.ts';
import { cellsOf } from './shared/keeping/notebookText.ts';

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

/** Settings besides the small ones of the examples whose notebooks take other ways. */
const OTHERS: Readonly<Record<string, readonly Values[]>> = {
  em: ['k-means', 'soft-k-means', 'bayesian-gmm'].map((algorithm) => ({ algorithm })),
  vae: [{ posterior: 'full' }, { dataset: 'shapes', pixels: 8, latentDimension: 3 }],
};
const STEPS = 12;

interface Case {
  readonly name: string;
  readonly lab: LoadedLab;
  readonly offer: PythonOffer;
  readonly values: Values;
  readonly edits: readonly unknown[];
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
  const others = OTHERS[id] ?? [];
  return [
    { name: id, lab, offer, values, edits: [] },
    ...(edits.length > 0 ? [{ name: `${id}-edited`, lab, offer, values, edits }] : []),
    ...others.map((other, i) => ({
      ...{ name: `${id}-${i + 1}`, lab, offer, edits: [] },
      values: { ...values, ...other },
    })),
  ];
}

async function trained({ lab, values, edits }: Case): Promise<AnyEngine> {
  const dataset = await datasetOf(lab, values, 3, null);
  const engine = lab.create({ settings: values, dataset, seed: 3 });
  for (let step = 0; step < STEPS; step++) engine.train();
  if (edits.length > 0) engine.setEdits?.(edits);
  return engine;
}

function arraysOf({ lab, values, edits }: Case, engine: AnyEngine): NamedArrays {
  const checkpoint = engine.save();
  const file = { lab: lab.id, settings: values, seed: 3, edits, ownData: null };
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
        const engine = await trained(one);
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
