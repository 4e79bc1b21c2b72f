import { useMemo, useState } from 'react';
import {
  type ChosenData,
  type ColumnChoice,
  choiceFor,
  chooseColumns,
  defaultChoice,
  type timeUse,
} from '../../../../datasets/csv/chooseColumns.ts';
import type { Table } from '../../../../datasets/csv/table.ts';

/** Which columns of a table are used, and what comes of them. */
export interface ChosenColumns {
  readonly choice: ColumnChoice;
  /** Of the rows that are good, all others refused. */
  readonly result: ChosenData;
  /** With the bad rows left out, where that is what stands in the way. */
  readonly withoutBadRows: ChosenData | null;
  use(positions: readonly number[], isUsed: boolean): void;
  classify(position: number | null): void;
  /** Makes the column of dates the axis, a column of data, or neither. */
  date(use: TimeUse): void;
}

export type TimeUse = ReturnType<typeof timeUse>;

/**
 * The choice a table suggests, until it is changed; a table of other columns suggests its own. Null
 * while there is no table.
 */
export function useColumnChoice(table: Table | null): ChosenColumns | null {
  const key = table?.columns.map(({ name, kind }) => `${name} ${kind}`).join('\n') ?? '';
  const [changed, setChanged] = useState<{ key: string; choice: ColumnChoice } | null>(null);
  const choice = useMemo(() => {
    if (!table) return null;
    return changed?.key === key ? choiceFor(table, changed.choice) : defaultChoice(table);
  }, [table, changed, key]);
  const results = useMemo(() => table && choice && resultsOf(table, choice), [table, choice]);
  if (!choice || !results) return null;
  const change = (next: Partial<ColumnChoice>) =>
    setChanged({ key, choice: { ...choice, ...next } });
  return {
    choice,
    ...results,
    use(positions, isUsed) {
      const others = choice.values.filter((position) => !positions.includes(position));
      const values = [...others, ...(isUsed ? positions : [])].sort((a, b) => a - b);
      const isTaken = isUsed && choice.label !== null && positions.includes(choice.label);
      const isData = table?.time ? values.includes(table.time.position) : false;
      change({ values, ...(isTaken && { label: null }), ...(isData && { isDated: false }) });
    },
    date(use) {
      const position = table?.time?.position;
      if (position === undefined) return;
      const others = choice.values.filter((one) => one !== position);
      const values = use === 'data' ? [...others, position].sort((a, b) => a - b) : others;
      change({ values, isDated: use === 'axis' });
    },
    classify(label) {
      change({ label, values: choice.values.filter((position) => position !== label) });
    },
  };
}

function resultsOf(table: Table, choice: ColumnChoice) {
  const result = chooseColumns(table, choice);
  const isOnlyRows = !result.ok && result.problems.every(({ row }) => row !== undefined);
  return {
    result,
    withoutBadRows: isOnlyRows ? chooseColumns(table, { ...choice, badRows: 'leave-out' }) : null,
  };
}
