import { useEffect, useRef } from 'react';
import type { Table } from '../../../../datasets/csv/table.ts';
import { grouped } from '../../../../settings/words.ts';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { CsvLoading } from '../csvInHand.ts';
import { takeChosen } from '../csvLoading.ts';
import type { ChosenColumns } from './useColumnChoice.ts';

export interface UseColumnsProps {
  readonly csv: Extract<CsvLoading, { state: 'choosing' }>;
  readonly columns: ChosenColumns;
}

/** Opens the lab on the chosen columns. Has the focus first, so that Enter takes a clean file. */
export function UseColumns({ csv, columns }: UseColumnsProps) {
  const controller = useController();
  const button = useRef<HTMLButtonElement>(null);
  const { table, intake, isBusy } = csv;
  const { result, withoutBadRows } = columns;
  const chosen = result.ok ? result : withoutBadRows;
  const isReady = chosen?.ok === true && !isBusy;
  // Where something has to be answered first, the question takes the focus; an answer leaves it there.
  useEffect(() => button.current?.focus(), []);
  return (
    <Button
      ref={button}
      variant="primary"
      disabled={!isReady}
      onClick={() => {
        if (chosen?.ok) void takeChosen(controller, intake, chosen);
      }}
    >
      {result.ok || !withoutBadRows?.ok ? 'Use these columns' : withoutInWords(result, table)}
    </Button>
  );
}

/** What becomes of bad rows when the columns are used. */
function withoutInWords(
  { problems }: Extract<ChosenColumns['result'], { ok: false }>,
  table: Table,
) {
  const count = new Set(problems.map(({ row }) => row)).size;
  const rows = `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
  return table.form === 'points' ? `Leave ${rows} out and use these` : `Leave gaps in ${rows}`;
}
