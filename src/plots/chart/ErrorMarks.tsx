import { usePlotStyle } from '../style/style.ts';
import { symbolsPath } from '../style/symbols.ts';
import { useChart } from './Chart.tsx';

/** A measured value, and its standard error. */
export interface ErrorMark {
  /** Along x. */
  readonly at: number;
  readonly value: number;
  readonly error: number;
}

/** Standard errors of a bar. */
export const ERROR_BAR = 2;

interface ErrorMarksProps {
  readonly marks: readonly ErrorMark[];
  /** By the numbers of `symbolPath`. */
  readonly mark: number;
  readonly colour: string;
  /** The one that is drawn larger. */
  readonly chosen?: number | undefined;
  /** Those that are drawn hollow. */
  readonly isHollow?: (mark: ErrorMark) => boolean;
}

const [RADIUS, CHOSEN] = [4.5, 6];

/** Measured values with bars of two standard errors; what lies beyond a logarithmic axis is drawn at its end. */
export function ErrorMarks({ marks, mark, colour, chosen, isHollow }: ErrorMarksProps) {
  const { x, y, clip } = useChart();
  const { ink } = usePlotStyle();
  const pathOf = (some: readonly ErrorMark[], radius: number) =>
    symbolsPath(
      mark,
      radius,
      some.map(({ at, value }) => [x.at(at), y.at(value)]),
    );
  const bars = marks.map(({ at, value, error }) => {
    const [low, high] = [value - ERROR_BAR * error, value + ERROR_BAR * error];
    return `M${x.at(at).toFixed(1)} ${y.at(low).toFixed(1)}V${y.at(high).toFixed(1)}`;
  });
  const hollow = marks.filter((one) => isHollow?.(one));
  const filled = marks.filter((one) => !isHollow?.(one) && one.at !== chosen);
  const large = marks.filter((one) => !isHollow?.(one) && one.at === chosen);
  return (
    <g clipPath={clip} aria-hidden="true" fill={colour}>
      <path d={bars.join('')} stroke={colour} strokeWidth={1.25} />
      <path d={pathOf(filled, RADIUS) + pathOf(large, CHOSEN)} />
      {hollow.length > 0 && (
        <path d={pathOf(hollow, RADIUS)} fill={ink.surface} stroke={colour} strokeWidth={1.25} />
      )}
    </g>
  );
}
