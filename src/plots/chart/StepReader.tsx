import { useChart } from './Chart.tsx';

/** Page Up and Page Down go this part of all records, or at least so many. */
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
  readonly count: number;
  /** The record that is read; null where none is: the chart then shows the last. */
  readonly record: number | null;
  readonly onRead: (record: number | null) => void;
  /** What a record says, in words. */
  readonly text: (record: number) => string;
}

/** Reads the records of a chart by keys, one after the other, as a pointer over it does. */
export function StepReader({ count, record, onRead, text }: StepReaderProps) {
  const { left, top, width, height } = useChart().area;
  const last = count - 1;
  const at = Math.min(last, record ?? last);
  return (
    // A pointer goes through it to the chart.
    <g
      role="slider"
      tabIndex={0}
      className="chart-reader"
      pointerEvents="none"
      data-export="skip"
      aria-label="Step that is read"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      // While it follows training it would be said again with every step.
      aria-valuetext={record === null ? 'the last' : text(at)}
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
