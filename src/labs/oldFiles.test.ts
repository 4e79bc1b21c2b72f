/** Files that version 2 of the page saved open as they did there, and the models go on as they did. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeModelFile, encodeModelFile } from '../files/modelFile.ts';
import { activateBackend } from '../networks/backend.ts';
import { modelIds } from './allLabs.ts';
import type { ObjectiveTerms } from './engine.ts';
import { loadLab } from './registry.ts';

interface Course {
  readonly step: number;
  readonly opened: ObjectiveTerms;
  readonly steps: number;
  readonly after: ObjectiveTerms;
  readonly event: { readonly step: number; readonly label: string } | null;
}

const read = (name: string) =>
  readFileSync(new URL(`../files/version2/${name}.json`, import.meta.url), 'utf8');
/** What version 2 itself came to with each file. */
const courses: Readonly<Record<string, Course>> = JSON.parse(read('expected'));

beforeAll(async () => {
  await activateBackend('wasm');
});

describe.each(Object.keys(courses))('a file of %s', (id) => {
  it('opens, and goes on', async () => {
    expect(modelIds).toContain(id);
    const lab = await loadLab(id);
    const decoded = decodeModelFile(read(id), lab);
    if (!decoded.ok) throw new Error(decoded.problem.message);
    const { settings, seed, checkpoint } = decoded.file;
    if (!checkpoint) throw new Error('It holds no model.');
    const engine = lab.create({ settings, seed, dataset: lab.makeDataset(settings, seed, null) });
    engine.load(checkpoint);
    // Every number that was saved is there, and nothing else.
    expect(engine.save()).toEqual(checkpoint);
    const again = decodeModelFile(encodeModelFile(decoded.file), lab);
    expect(again).toMatchObject({ ok: true, file: { checkpoint } });

    const { step, opened, steps, after, event } = courses[id];
    expect(engine.step).toBe(step);
    // Functions of a processor may differ in their last digit.
    expect(engine.evaluate().total).toBeCloseTo(opened.total, 9);
    const events = Array.from({ length: steps }, () => engine.train()).flatMap((outcome) =>
      outcome.ok ? outcome.events : [],
    );
    expect(engine.evaluate().total).toBeCloseTo(after.total, 4);
    // A change that was on trial is kept, as it was there.
    if (event) expect(events[0]).toMatchObject({ step: event.step, label: event.label });
    engine.dispose();
  });
});
