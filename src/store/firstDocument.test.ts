import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeModelFile } from '../files/modelFile.ts';
import type { ModelFile } from '../files/readModelFile.ts';
import type { WorkStorage } from '../files/storage.ts';
import '../labs/allLabs.ts';
import { labNamed } from '../labs/registry.ts';
import { defaultValues } from '../settings/values.ts';
import { firstDocument } from './firstDocument.ts';

const lab = labNamed('svae-gmm');

function model(seed: number): ModelFile {
  return {
    lab: lab.id,
    settings: defaultValues(lab.table),
    seed,
    edits: [],
    ownData: null,
    checkpoint: { step: 100, arrays: { localState: Float64Array.of(1) } },
    history: null,
    pretrained: false,
  };
}

function storage(recall: WorkStorage['recall']): WorkStorage {
  const stored = async () => ({ ok: true as const, value: null });
  const listed = async () => ({ ok: true as const, value: [] });
  return { keep: stored, setAside: stored, list: listed, recall };
}

const empty = storage(async () => ({ ok: true, value: null }));
const shipped = async () => encodeModelFile(model(5));

describe('firstDocument', () => {
  it('is the link when it says anything, with what could not be read', async () => {
    const first = await firstDocument(lab, {
      linkState: 'clusters=7&seed=3&steps=20&hide=seed&arms=99',
      storage: storage(async () => {
        throw new Error('A link must not wait for the storage.');
      }),
      shipped,
    });
    expect(first.document).toMatchObject({ seed: 3, settings: { clusters: 7, arms: 5 } });
    expect(first).toMatchObject({ steps: 20, view: { hidden: ['seed'] } });
    expect(first.problems).toHaveLength(1);
    expect(first.problems[0]).toContain('99');
  });

  it('goes the way of a link from the shipped model on, where that lies on it', async () => {
    const open = (linkState: string) => firstDocument(lab, { linkState, storage: empty, shipped });
    const same = await open('seed=5&steps=100');
    expect(same).toMatchObject({ steps: 0, document: { origin: { pretrained: true } } });
    expect(same.document.origin.checkpoint?.step).toBe(100);
    for (const other of ['seed=5&steps=99', 'seed=4&steps=100', 'seed=5&steps=100&arms=4']) {
      expect((await open(other)).document.origin.checkpoint).toBeNull();
    }
    // Warm starts are rounded in the file: what is learned from there is not quite the same.
    expect((await open('seed=5&steps=101')).steps).toBe(101);
  });

  it('opens the model of a preset that is shipped trained, and no other model on its way', async () => {
    const vae = labNamed('vae');
    const asked: string[] = [];
    const open = (linkState: string) =>
      firstDocument(vae, {
        linkState,
        storage: empty,
        shipped: async (name) => {
          asked.push(name);
          return readFileSync(join('public', 'models', `${name}.json`), 'utf8');
        },
      });
    const shapes = await open('preset=shapes&steps=1500');
    expect(asked).toEqual(['vae-shapes']);
    expect(shapes).toMatchObject({ steps: 0, document: { origin: { pretrained: true } } });
    expect(shapes.document.origin.checkpoint?.step).toBe(1500);
    for (const other of ['preset=shapes&steps=1501', 'preset=shapes&steps=1500&seed=1']) {
      expect((await open(other)).document.origin.checkpoint).toBeNull();
    }
    expect(asked.slice(1)).toEqual(['vae', 'vae']);
  });

  it('has the view of the link, and a word for names that nothing goes by', async () => {
    const first = await firstDocument(lab, {
      linkState: 'view=grid,-reconstructions,smaples&hide=seed,clusters,bar,panel.bound',
      storage: empty,
      shipped,
    });
    expect(first.view.flags).toEqual({ grid: true, reconstructions: false });
    expect(first.problems).toHaveLength(2);
    expect(first.problems[0]).toContain('"smaples". Did you mean "samples"?');
    expect(first.problems[1]).toContain('"bar"');
  });

  it('is the work kept on the device', async () => {
    const mark = { visit: 'before', savedAt: 0, linkState: '', step: 100 };
    const kept = { ...mark, file: model(8), warnings: [] };
    const first = await firstDocument(lab, {
      linkState: '',
      storage: storage(async () => ({ ok: true, value: kept })),
      shipped,
    });
    expect(first.kept).toEqual(mark);
    expect(first.document).toMatchObject({ seed: 8, origin: { pretrained: false } });
    expect(first.document.origin.checkpoint?.step).toBe(100);
    // Play over a shipped model that was edited starts again after a reload too.
    const edited = { ...kept, file: { ...model(8), pretrained: true } };
    const again = await firstDocument(lab, {
      linkState: '',
      storage: storage(async () => ({ ok: true, value: edited })),
      shipped,
    });
    expect(again.document.origin.pretrained).toBe(true);
  });

  it('is the shipped model on a first visit', async () => {
    const first = await firstDocument(lab, { linkState: '', storage: empty, shipped });
    expect(first.document).toMatchObject({ seed: 5, origin: { pretrained: true } });
  });

  it('is the shipped model, with a word, when the storage cannot be read', async () => {
    const problem = { kind: 'forbidden' as const, message: 'This browser keeps nothing.' };
    const first = await firstDocument(lab, {
      linkState: '',
      storage: storage(async () => ({ ok: false, problem })),
      shipped,
    });
    expect(first.document.seed).toBe(5);
    expect(first.problems).toEqual(['This browser keeps nothing.']);
  });

  it('starts from a seed when nothing is shipped, or what is shipped is damaged', async () => {
    const sources = { linkState: '', storage: empty };
    const none = await firstDocument(lab, { ...sources, shipped: async () => null });
    expect(none.document.origin.checkpoint).toBeNull();
    const damaged = await firstDocument(lab, { ...sources, shipped: async () => '{"format":' });
    expect(damaged.document.origin.checkpoint).toBeNull();
    expect(damaged.problems).toHaveLength(1);
  });
});
