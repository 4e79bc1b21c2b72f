import { finiteInterval } from '../../../../plots/chart/intervals.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { fateAt, influence, type Scan } from './scan.ts';

/** What the scan has found, in words. */
export function scanInWords(scan: Scan): string {
  if (finiteInterval(scan.periods) === null)
    return 'The prediction does not repeat, whichever column is scaled.';
  // With few steps after the line only growth is known.
  const isMotionKnown = Array.from(scan.motion).some(Number.isFinite);
  const columns = Array.from({ length: scan.dimension }, (_, column) => column);
  const [strongest] = columns.sort((a, b) => influence(scan, b) - influence(scan, a));
  const change = influence(scan, strongest);
  if (!(change > 0))
    return `No column changes the period while ${isMotionKnown ? 'more than half of the motion is left' : 'the system stays stable'}.`;
  const meanwhile = isMotionKnown
    ? 'more than half of the motion is left'
    : 'the system stays stable';
  const found = `Column ${strongest + 1} changes the period most: by ${formatFixed(change, 1)} steps while ${meanwhile}.`;
  const isHarmless = Array.from(scan.grows, (_, index) => fateAt(scan, index)).every(
    (fate) => fate === 'lives',
  );
  if (isHarmless) return found;
  const harm = isMotionKnown
    ? 'damps the motion (○) or makes the system grow (✕)'
    : 'makes the system grow (✕)';
  return `${found} Scaling a column also ${harm}, so it does not set the frequency alone.`;
}
