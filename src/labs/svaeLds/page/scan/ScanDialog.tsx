import { useEffect, useState } from 'react';
import { finiteInterval } from '../../../../plots/chart/intervals.ts';
import type { Placeholder } from '../../../../plots/host/PlotPlaceholder.tsx';
import { useController, useSnapshot } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { LEAST_SCAN_INPUT } from '../../edits.ts';
import { svaeLds } from '../../lab.ts';
import { growsWithoutBound } from '../editing/stability.ts';
import styles from './ScanDialog.module.css';
import { ScanPlot } from './ScanPlot.tsx';
import type { Scan } from './scan.ts';
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
export default function ScanDialog({ column, onColumn, onClose }: ScanDialogProps) {
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

/** 0.8 to 1.2, with 1 among them. */
const FACTORS = Array.from({ length: 17 }, (_, index) => 0.8 + 0.025 * index);

/**
 * Period against the factor of each of d columns (thesis, figure 6.9), a column at a time so that
 * the scan can be shown as it grows and left at any moment.
 *
 * @param onScan called with the columns scanned so far, the others without a period
 */
async function scanColumns(
  controller: LabController,
  dimension: number,
  signal: AbortSignal,
  onScan: (scan: Scan, done: number) => void,
): Promise<void> {
  const periods = new Float64Array(dimension * FACTORS.length).fill(Number.NaN);
  const motion = new Float64Array(dimension * FACTORS.length).fill(Number.NaN);
  const grows = new Uint8Array(dimension * FACTORS.length);
  for (let column = 0; column < dimension; column++) {
    const query = { kind: 'columnScan', column, factors: FACTORS } as const;
    const { points } = await controller.inspect(svaeLds, query);
    if (signal.aborted) return;
    points.forEach(({ period, spectralRadius, motion: left }, index) => {
      const at = column * FACTORS.length + index;
      periods[at] = period ?? Number.NaN;
      motion[at] = left ?? Number.NaN;
      grows[at] = Number(growsWithoutBound(spectralRadius));
    });
    const scan = { periods: periods.slice(), motion: motion.slice(), grows: grows.slice() };
    onScan({ ...scan, factors: FACTORS, dimension }, column + 1);
  }
}
