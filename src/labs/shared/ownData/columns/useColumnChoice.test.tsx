import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { DayOrder } from '../../../../datasets/csv/dates.ts';
import { readTable } from '../../../../datasets/csv/readTable.ts';
import { useColumnChoice } from './useColumnChoice.ts';

it('keeps what was changed, but not an axis of dates that another reading of them does not have', async () => {
  const months = Array.from(
    { length: 36 },
    (_, at) => `01/${String((at % 12) + 1).padStart(2, '0')}/${2019 + Math.floor(at / 12)}`,
  );
  const rows = months.map((date, at) => `${date},${(7 * at) % 11},${(5 * at) % 13}`);
  const text = ['date,flow,level', ...rows].join('\n');
  const tableIn = async (order: DayOrder) => {
    const reading = await readTable(text, {
      name: 'flow.csv',
      form: 'series',
      answers: { 'dates:0': order },
    });
    if (!reading.ok) throw new Error('The file was not read.');
    return reading.table;
  };
  const { result, rerender } = renderHook(useColumnChoice, {
    initialProps: await tableIn('day-first'),
  });
  act(() => result.current?.use([2], false));
  expect(result.current?.choice).toMatchObject({ values: [1], isDated: true });
  rerender(await tableIn('month-first'));
  expect(result.current?.choice).toMatchObject({ values: [1], isDated: false });
  expect(result.current?.result).toMatchObject({ ok: true, data: { rows: 36 } });
});
