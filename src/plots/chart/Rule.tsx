import { usePlotStyle } from '../style/style.ts';
import { useChart } from './Chart.tsx';

interface RuleProps {
  /** The axis whose value it is at: the line goes across the chart from there. */
  readonly along: 'x' | 'y';
  readonly at: number;
  /** By default that of a crosshair. */
  readonly colour?: string | undefined;
  readonly width?: number;
  readonly dashes?: string | undefined;
  /** Written over the line: at one of its ends, or on top of a vertical one. */
  readonly name?: string | undefined;
  readonly nameAt?: 'start' | 'end';
  /** How far a vertical line reaches above the chart, so that names next to each other stay apart, pixels. */
  readonly above?: number;
}

/** For a name that would leave the chart on the right, pixels. */
const NAME_WIDTH = 60;

/** A value that is the same all across the chart, as a line with its name. */
export function Rule({ along, at, colour, width, dashes, name, ...props }: RuleProps) {
  const { nameAt = 'start', above = 0 } = props;
  const { area, x, y } = useChart();
  const { ink } = usePlotStyle();
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  const isAcross = along === 'y';
  const [left, top] = isAcross ? [area.left, y.at(at)] : [x.at(at), area.top - above];
  const isEnd = nameAt === 'end';
  const isLate = left > right - NAME_WIDTH;
  const place = isAcross
    ? {
        x: isEnd ? right - 6 : left + 6,
        y: top - 5,
        textAnchor: isEnd ? ('end' as const) : ('start' as const),
      }
    : {
        x: left + (isLate ? 2 : 0),
        y: top - 4,
        textAnchor: isLate ? ('end' as const) : ('middle' as const),
      };
  return (
    <g aria-hidden="true" pointerEvents="none">
      <line
        className={colour === undefined ? 'chart-crosshair' : undefined}
        {...(isAcross
          ? { x1: left, x2: right, y1: top, y2: top }
          : { x1: left, x2: left, y1: top, y2: bottom })}
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashes}
      />
      {name !== undefined && (
        <text className="lane-name" {...place} fill={colour ?? ink.text}>
          {name}
        </text>
      )}
    </g>
  );
}
