/** What a notebook says, and the text of its file. */
import { type ArrayTable, fileTable } from '../data/arrayTable.ts';
import { type Cell, md, type Notebook, py } from './notebook.ts';

const AS_SHOWN =
  'The model is the one that the page showed when the file was saved, with edits built in.';

const NAMES = /^[\w.-]+$/;

/** All cells of a notebook about a file of arrays. */
export function cellsOf({ title, about, cells, letters, table }: Notebook, file: string): Cell[] {
  if (!NAMES.test(file)) throw new RangeError(`The file's name is ${file}.`);
  return [
    md(`# ${title}\n\n${about} ${AS_SHOWN} NumPy is enough; the last cell also needs matplotlib.`),
    py(`
import json
import numpy as np

m = dict(np.load("${file}"))
about = json.loads(str(m["settings"]))
print(about["lab"], "seed", about["seed"], "step", about["step"])

errors = {}

def agree(name, computed, expected=None):
    """The largest difference from the page's own values, as a fraction of their range."""
    expected = np.asarray(m[name] if expected is None else expected, float)
    computed = np.broadcast_to(computed, expected.shape)
    assert np.array_equal(np.isfinite(computed), np.isfinite(expected)), name
    seen = np.isfinite(expected)
    size, largest = np.ptp(expected[seen]), np.abs(expected[seen]).max()
    if size <= 1e-9 * largest:
        size = largest or 1  # all the same, but for rounding
    errors[name] = float(np.abs(computed - expected)[seen].max() / size)
    print(f"{name}: differs by {errors[name]:.1e} of its range")
    assert errors[name] < 1e-5, f"{name} differs by {errors[name]:.1e} of its range"
`),
    ...cells,
    md(`## What is in the file\n\n${letters}\n\n${tableInWords({ ...table, ...fileTable })}`),
  ];
}

/** The rows of a table as Markdown. */
export const tableInWords = (table: ArrayTable): string =>
  [
    '| array | shape | what it is | read back |',
    '| --- | --- | --- | --- |',
    ...Object.entries(table).map(
      ([name, { shape, about, isRead }]) =>
        `| \`${name}\` | ${shape} | ${about.replaceAll('|', '\\|')} | ${isRead ? 'yes' : ''} |`,
    ),
  ].join('\n');

/** The text of an `.ipynb` file, format 4.5. */
export function notebookText(notebook: Notebook, file: string): string {
  const cells = cellsOf(notebook, file).map(({ kind, source }, index) => {
    const shared = { id: `cell-${index}`, metadata: {}, source: inLines(source) };
    return kind === 'code'
      ? { cell_type: 'code', ...shared, execution_count: null, outputs: [] }
      : { cell_type: 'markdown', ...shared };
  });
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Each with its line end, as notebooks keep them. */
const inLines = (source: string): string[] => source.split(/(?<=\n)/);
