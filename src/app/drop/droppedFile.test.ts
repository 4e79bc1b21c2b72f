import { expect, it } from 'vitest';
import { draggedKind, droppedFile } from './droppedFile.ts';

const transfer = (files: readonly File[], isDirectory = false) =>
  ({
    files,
    items: files.map(({ type }) => ({ type, webkitGetAsEntry: () => ({ isDirectory }) })),
  }) as never;
const table = new File(['x,y\n1,2'], 'points.csv', { type: 'text/csv' });
const model = new File(['{}'], 'run.JSON');

it('is a table or a model by its name', () => {
  expect(droppedFile(transfer([table]))).toEqual({ kind: 'table', file: table });
  expect(droppedFile(transfer([model]))).toEqual({ kind: 'model', file: model });
  const nameless = new File(['1 2'], 'readings', { type: '' });
  expect(droppedFile(transfer([nameless]))).toMatchObject({ kind: 'table' });
});

it('is refused in words where it is not one file', () => {
  expect(droppedFile(transfer([table, model]))).toMatchObject({
    why: expect.stringMatching(/^2 files were dropped/),
  });
  expect(droppedFile(transfer([table], true))).toMatchObject({
    why: expect.stringMatching(/^A folder was dropped/),
  });
  expect(droppedFile(transfer([]))).toMatchObject({ kind: 'refused' });
});

it('is several files of text, or all in a folder, where a lab takes them', async () => {
  const texts = ['b.txt', 'a.txt'].map((name) => new File([name], name));
  const several = droppedFile(transfer(texts), true);
  expect(several.kind === 'texts' && (await several.files)).toEqual(texts);
  expect(droppedFile(transfer([table]), true)).toEqual({ kind: 'table', file: table });

  const entryOf = (file: File) => ({
    name: file.name,
    file: (take: (its: File) => void) => take(file),
  });
  const folder = (name: string, entries: readonly object[]) => ({
    ...{ name, isDirectory: true },
    createReader: () => {
      const batches = [entries, []];
      return { readEntries: (take: (some: unknown) => void) => take(batches.shift()) };
    },
  });
  const hidden = entryOf(new File([''], '.DS_Store'));
  const all = folder('all', [hidden, entryOf(texts[0]), folder('more', [entryOf(texts[1])])]);
  const items = [{ type: '', webkitGetAsEntry: () => all }];
  const dropped = droppedFile({ files: [new File([], 'all')], items } as never, true);
  expect(dropped.kind === 'texts' && (await dropped.files)).toEqual(texts);
});

it('is announced by its type while it is dragged', () => {
  const items = (...types: string[]) => types.map((type) => ({ type })) as never;
  expect(draggedKind(items('application/json'))).toBe('model');
  expect(draggedKind(items(''))).toBe('table');
  expect(draggedKind(items('text/csv', 'text/csv'))).toBe('several');
});
