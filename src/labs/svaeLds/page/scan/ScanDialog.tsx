import { useEffect, useState } from 'react';
import { finiteInterval } from '../../../../plots/chart/intervals.ts';
import type { Placeholder } from '../../../../plots/host/PlotPlaceholder.tsx';
import { useController, useSnapshot } from '../../../../store/context.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { LEAST_SCAN_INPUT } from '../../edits.ts';
import { svaeLds } from '../../lab.ts';
import styles from './ScanDialog.module.css';
import { ScanPlot } from './ScanPlot.tsx';
import type { Scan } from './scan.ts';
import { scanColumns } from './scanColumns.ts';
import { scanInWords } from './scanInWords.ts';

export interface ScanDialogProps {
  /** The column chosen, here and in the matrix, counted from 0. */
  readonly column: number | null;
  readonly onColumn: (column: number | null) => void;
  readonly onClose: () => void;
}

/**
 * Every column times 0.8 to 1.2: the period each time, and what is left of the motion. A column that
 * changes the period damps the motion or makes it grow as well.
 */
export function ScanDialog({ column, onColumn, onClose }: ScanDialogProps) {
  const controller = useController();
  const snapshot = useSnapshot(svaeLds);
  const dimension = snapshot?.latentDimension ?? 0;
  const [scan, setScan] = useState<Scan | null>(null);
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const turn = new AbortController();
    scanColumns(controller, dimension, turn.signal, (next, count) => {
      setScan(next);
      setDone(count);
    }).catch((error: unknown) => {
      if (!turn.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    });
    return () => turn.abort();
  }, [controller, dimension]);
  const isDone = done === dimension;
  const isBlind = (snapshot?.inputEnds ?? LEAST_SCAN_INPUT) < LEAST_SCAN_INPUT;
  return (
    <Dialog
      title="Scan: which column changes the period?"
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <div className={styles.plot}>
        <ScanPlot
          label="Period against column factor"
          scan={scan}
          learnedPeriod={isBlind ? null : (snapshot?.period ?? null)}
          pickedColumn={column}
          onPickColumn={onColumn}
          placeholder={placeholderOf(scan, isDone)}
        />
      </div>
      <div className={styles.foot} role="status">
        {failure !== null ? (
          <p>The scan stopped: {failure}</p>
        ) : isDone && scan ? (
          <p>
            {scanInWords(scan)}
            {isBlind && ` The model was shown ${LEAST_SCAN_INPUT} steps for this: ${WHY_SHOWN}`}
          </p>
        ) : (
          <Progress
            label={`Column ${Math.min(done + 1, dimension)} of ${dimension}`}
            fraction={dimension === 0 ? null : done / dimension}
          />
        )}
      </div>
    </Dialog>
  );
}

const WHY_SHOWN = 'with fewer, its samples share no phase, and their mean has no period.';

/** In place of the plot while there is nothing in it. */
function placeholderOf(scan: Scan | null, isDone: boolean): Placeholder | null {
  if (scan !== null && finiteInterval(scan.periods) !== null) return null;
  return isDone
    ? { kind: 'empty', message: 'There is no period.' }
    : { kind: 'loading', message: scan ? 'No period so far' : 'Scanning column 1' };
}
