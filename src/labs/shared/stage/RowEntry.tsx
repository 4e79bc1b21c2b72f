import { useController, useRun } from '../../../store/context.ts';
import { NumberEntry } from '../../../ui/NumberEntry.tsx';

const FROM_ONE = { min: 1, step: 1, scale: 'linear', integer: true } as const;

export interface RowEntryProps {
  readonly label: string;
  /** Counted from 0; shown from 1, as tooltips and files count. */
  readonly row: number | null;
  readonly disabled?: boolean;
}

/** The selected row of the data by its number. */
export function RowEntry({ label, row, disabled = false }: RowEntryProps) {
  const controller = useController();
  const rows = useRun((state) => state.dataset?.rows ?? 1);
  return (
    <NumberEntry
      label={label}
      value={(row ?? 0) + 1}
      range={{ ...FROM_ONE, max: rows }}
      digits={5}
      disabled={disabled}
      onCommit={(number) => controller.select('row', number - 1)}
    />
  );
}
