/** Models as arrays with the names of the field: what is written is explained, and what is read is taken. */
import { beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../networks/backend.ts';
import { applyPreset } from '../settings/presets.ts';
import './allLabs.ts';
import { type AnyEngine, datasetOf, type NamedArray, type NamedArrays } from './engine.ts';
import { examplesOf, folderOf } from './examples.fixture.ts';
import { loadLab, registry } from './registry.ts';
import { type ArrayTable, fileTable, rowOf } from './shared/data/arrayTable.ts';
import type { LabExports } from './shared/keeping/labExports.ts';
import { tableInWords } from './shared/keeping/notebookText.ts';

const STEPS = 6;

beforeAll(() => activateBackend('cpu'));

const opened = await Promise.all(
  registry.map(async ({ card: { id } }) => {
    const { exports }: { exports: LabExports } = await import(`./${folderOf(id)}/page/exports.ts`);
    const notebook = await exports.python?.notebook();
    return notebook ? [{ id, table: notebook.table, letters: notebook.letters }] : [];
  }),
).then((all) => all.flat());

async function modelOf(id: string): Promise<AnyEngine> {
  const lab = await loadLab(id);
  const applied = applyPreset(lab.table, lab.table.presets[0].id);
  if (!applied.ok) throw new Error(applied.message);
  const values = { ...applied.values, ...(await examplesOf(id)).small };
  const engine = lab.create({
    ...{ settings: values, seed: 3, dataset: await datasetOf(lab, values, 3, null) },
  });
  for (let step = 0; step < STEPS; step++) engine.train();
  return engine;
}

const arraysOf = (engine: AnyEngine): NamedArrays => engine.arrays?.() ?? {};

/** Other numbers of the same kind: shares stay shares, and covariances positive definite. */
function another({ data, shape }: NamedArray): NamedArray {
  const values = Array.from(data, Number);
  const width = shape.at(-1) ?? 1;
  const sumsTo1 = values.every((_, at) => {
    const row = values.slice(at - (at % width), at - (at % width) + width);
    return row.every((value) => value >= 0) && Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-9;
  });
  const next = (value: number) => (value === 0 ? 0 : 1.01 * value);
  const isNothing = values.every((value) => value === 0);
  const changed = values.map((value) =>
    sumsTo1 && width > 1 ? 0.9 * value + 0.1 / width : isNothing ? 0.01 : next(value),
  );
  // Networks are of Float32, and so are taken as such.
  const Numbers = data instanceof Float32Array ? Float32Array : Float64Array;
  return { data: Numbers.from(changed), shape };
}

const readIn = (table: ArrayTable, arrays: NamedArrays): string[] =>
  Object.keys(arrays).filter((name) => rowOf(table, name)?.isRead);

describe.each(opened)('arrays of $id', ({ id, table }) => {
  it('are all explained, and their own change nothing', async () => {
    const engine = await modelOf(id);
    const arrays = arraysOf(engine);
    for (const name of Object.keys(arrays)) expect(rowOf(table, name), name).toBeDefined();
    const before = engine.save();
    expect(engine.takeArrays?.(arrays) ?? []).toEqual([]);
    expect(engine.save()).toEqual(before);
    engine.dispose();
  });

  it('are taken one by one, and refused where they hold no number', async () => {
    const engine = await modelOf(id);
    const start = engine.save();
    const arrays = arraysOf(engine);
    for (const name of readIn(table, arrays)) {
      engine.load(start);
      const changed = another(arrays[name]);
      expect(engine.takeArrays?.({ ...arrays, [name]: changed }), name).toEqual([name]);
      expect(engine.takeArrays?.({ [name]: changed }), name).toEqual([]);
      const { length } = arrays[name].data;
      const broken = { data: new Float64Array(length).fill(Number.NaN) };
      expect(() =>
        engine.takeArrays?.({ [name]: { ...broken, shape: arrays[name].shape } }),
      ).toThrow(`The array "${name}" holds NaN`);
      expect(() => engine.takeArrays?.({ [name]: { data: [], shape: [0] } })).toThrow(
        `The array "${name}" has the shape (0)`,
      );
    }
    engine.dispose();
  });
});

it('are listed in the docs; `npx vitest run src/labs/arrays.test.ts --update` writes the list', async () => {
  const tables = await Promise.all(
    opened.map(async ({ id, table, letters }) => {
      const { title } = await loadLab(id);
      return `## ${title}\n\n${letters}\n\n${tableInWords(table)}`;
    }),
  );
  const intro =
    'The arrays of a `.npz` file, by lab. [python.md](python.md) says what to do with them. “Read back” are those that the page takes over where they were changed. (), an empty shape, is a single number or text.';
  const file = `## In every file\n\n${tableInWords(fileTable)}`;
  const text = ['# Arrays for Python', intro, file, ...tables].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/arrays.md');
});
