import { expect, it } from 'vitest';
import { chooseColumns, defaultChoice } from './chooseColumns.ts';
import { readTable } from './readTable.ts';

it('counts steps where a year is missing between seconds, even where an axis of dates is asked for', async () => {
  const times = [2019, 2020].flatMap((year) =>
    Array.from({ length: 20 }, (_, second) => `${year}-01-03T10:00:${10 + second}`),
  );
  const text = ['time,flow', ...times.map((time, row) => `${time},${(7 * row) % 11}`)].join('\n');
  const reading = await readTable(text, { name: 'flow.csv', form: 'series' });
  if (!reading.ok) throw new Error('The file was not read.');
  const { table } = reading;
  expect(table.time?.spacing.kind).toBe('gaps');
  const chosen = chooseColumns(table, { ...defaultChoice(table), isDated: true });
  expect(chosen).toMatchObject({ ok: true, data: { rows: 40 } });
  expect(chosen.ok && chosen.data.calendar).toBeUndefined();
});
