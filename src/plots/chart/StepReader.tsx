import { useChart } from './Chart.tsx';

/** Page Up and Page Down move by this fraction of all records, and by no fewer than this many. */
const [FAR, LEAST_FAR] = [1 / 20, 10];
const far = (last: number): number => Math.max(LEAST_FAR, Math.round(FAR * last));

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  PageDown: (at, last) => at - far(last),
  PageUp: (at, last) => at + far(last),
  Home: () => 0,
  End: (_, last) => last,
};

interface StepReaderProps {
  /** What keys choose. */
  readonly label?: string;
  /** What is said before a key has chosen one. */
  readonly resting?: string;
  readonly count: number;
  /** The record chosen by keys; null: none yet. */
  readonly record: number | null;
  readonly onRead: (record: number | null) => void;
  /** What a record says, in words. */
  readonly text: (record: number) => string;
}

/** Reads the records of a chart by keys, one after the other, as a pointer over it does. */
export function StepReader({ count, record, onRead, text, ...props }: StepReaderProps) {
  const { label = 'Step', resting = 'the last step' } = props;
  const { left, top, width, height } = useChart().area;
  const last = count - 1;
  const at = Math.min(last, record ?? last);
  return (
    // The chart gets the pointer's events.
    <g
      role="slider"
      tabIndex={0}
      className="chart-reader"
      pointerEvents="none"
      data-export="skip"
      aria-label={`${label} shown in the chart`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      // A value that follows training would be announced with every step.
      aria-valuetext={record === null ? resting : text(at)}
      aria-keyshortcuts={Object.keys(KEYS).join(' ')}
      onBlur={() => onRead(null)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const to = KEYS[event.key]?.(at, last);
        if (to === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onRead(Math.max(0, Math.min(last, to)));
      }}
    >
      <rect className="chart-reader-focus" x={left} y={top} width={width} height={height} />
    </g>
  );
}
