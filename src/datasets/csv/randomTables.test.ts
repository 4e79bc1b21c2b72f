import { expect, it } from 'vitest';
import { randomTable, type WrittenTable } from './randomTables.fixture.ts';
import { readTable } from './readTable.ts';

/** How many tables; more than the few of every day with RANDOM_TABLES=3000. */
const TABLES = Number(process.env.RANDOM_TABLES ?? 200);

/**
 * What becomes of a table whose numbers are known: the same numbers, a question, or a refusal that
 * names a cell. Anything else is a number that changed in silence.
 */
async function outcome(table: WrittenTable): Promise<'same' | 'asked' | 'refused' | string> {
  const { bytes, form, columns, before } = table;
  const reading = await readTable(bytes, { name: 'random.csv', form });
  if (!reading.ok) return 'refused';
  const read = reading.table;
  if (read.decisions.some(({ isOpen }) => isOpen)) return 'asked';
  const hasBad = read.columns.some(({ bad }) => bad.some(({ kind }) => kind === 'text'));
  if (read.badRows.size > 0 || hasBad) return 'refused';
  let isWhole = read.rows === columns[0].length;
  for (const [at, numbers] of columns.entries()) {
    const column = read.columns[before + at];
    if (column?.kind !== 'numbers') {
      isWhole = false;
      continue;
    }
    const values = [...column.values];
    for (const [row, value] of values.entries()) {
      if (Number.isNaN(value)) {
        if (!Number.isNaN(numbers[row])) isWhole = false;
      } else if (value !== numbers[row]) {
        return `${column.name}, row ${row}: "${column.cells[row]}" was ${numbers[row]} and is ${value}`;
      }
    }
  }
  return isWhole ? 'same' : 'refused';
}

it('gives the numbers back that were written, or asks, or refuses', async () => {
  const counts = { same: 0, asked: 0, refused: 0 };
  for (let seed = 0; seed < TABLES; seed++) {
    const table = randomTable(seed);
    const result = await outcome(table);
    if (result in counts) counts[result as keyof typeof counts]++;
    else expect.fail(`${result}\n${table.dialect}\n${text(table)}`);
  }
  // Asking about everything would be easy.
  expect(counts.same).toBeGreaterThan(0.8 * TABLES);
  expect(counts.refused).toBeLessThan(0.1 * TABLES);
}, 120_000);

const text = ({ bytes }: WrittenTable): string =>
  new TextDecoder('windows-1252').decode(bytes.slice(0, 600)).replaceAll('\u0000', '');
