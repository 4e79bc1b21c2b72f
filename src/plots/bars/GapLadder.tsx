import { formatFixed } from '../../ui/numbers.ts';
import { insideMargin, NOWHERE, PlotHost, usePlotHost } from '../host/PlotHost.tsx';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import './bars.css';

/** Values from the highest to the lowest, and what lies between neighbours. */
export interface Ladder {
  readonly rungs: readonly { readonly name: string; readonly value: number }[];
  /** One less than rungs; `part` chooses the colour. */
  readonly gaps: readonly { readonly name: string; readonly part: number }[];
}

export interface GapLadderProps extends Ladder {
  /** Name of the whole, for screen readers. */
  readonly label: string;
  readonly decimals: number;
}

const MARGIN = { left: 2, right: 4, top: 2, bottom: 2 };
const NAMES = 128;
const NUMBERS = 50;
const HIGHEST_ROW = 22;
const THICKEST = 13;
/** Fixed ends of the scale, so that bars do not rescale with every step. */
const ENDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * Values as rungs, one below the other, with the differences between them as bars on one scale: from
 * the highest value at the right down to the lowest. Differences are those of the values as they are
 * written, so that the numbers add up.
 */
export function GapLadder({ rungs, gaps, label, decimals }: GapLadderProps) {
  const style = chartStyle(useTheme());
  const host = usePlotHost();
  const area = host.size && insideMargin(host.size, MARGIN);
  const { left, top, width, height } = area ?? NOWHERE;
  const values = rungs.map(({ value }) => Number(value.toFixed(decimals)));
  const whole = values[0] - values[values.length - 1];
  const end = ENDS.find((limit) => whole <= limit) ?? whole;
  const pitch = Math.min(HIGHEST_ROW, height / (rungs.length + gaps.length));
  const thick = Math.min(THICKEST, pitch * 0.7);
  const from = left + NAMES + NUMBERS + 10;
  const scale = Math.max(0, left + width - from) / end;
  const placeOf = (value: number) => left + width - (values[0] - value) * scale;
  return (
    <PlotHost host={host} className="gap-ladder" area={area}>
      <g role="list" aria-label={label}>
        {rungs.map(({ name }, index) => {
          const y = top + pitch * (2 * index + 0.5);
          const value = values[index];
          const gap = gaps[index];
          const next = values[index + 1];
          const [start, stop] = gap ? [placeOf(next), placeOf(value)] : [0, 0];
          return (
            <g key={name}>
              <g role="listitem" aria-label={`${name}: ${formatFixed(value, decimals)} nats`}>
                <text className="force-name" x={left} y={y} dy="0.34em">
                  {name}
                </text>
                <text
                  className="force-value"
                  x={left + NAMES + NUMBERS}
                  y={y}
                  dy="0.34em"
                  textAnchor="end"
                >
                  {formatFixed(value, decimals)}
                </text>
                <line
                  className="ladder-rung"
                  x1={placeOf(value)}
                  x2={placeOf(value)}
                  y1={index === 0 ? y - pitch / 2 + 2 : y - pitch}
                  y2={gap ? y + pitch : y + pitch / 2 - 2}
                />
              </g>
              {gap && (
                <g
                  role="listitem"
                  aria-label={`${gap.name}: ${formatFixed(value - next, decimals)} nats`}
                >
                  <text className="force-name ladder-gap" x={left + 10} y={y + pitch} dy="0.34em">
                    {gap.name}
                  </text>
                  <text
                    className="force-name"
                    x={left + NAMES + NUMBERS}
                    y={y + pitch}
                    dy="0.34em"
                    textAnchor="end"
                  >
                    {formatFixed(value - next, decimals)}
                  </text>
                  <rect
                    x={Math.min(start, stop)}
                    y={y + pitch - thick / 2}
                    width={Math.abs(stop - start)}
                    height={thick}
                    fill={style.part(gap.part).colour}
                  />
                </g>
              )}
            </g>
          );
        })}
      </g>
    </PlotHost>
  );
}
