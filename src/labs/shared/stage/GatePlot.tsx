import { useMemo } from 'react';
import { type ColumnUnit, MODEL_UNIT, ownText } from '../../../datasets/columnUnits.ts';
import { linearAxis, ownAxis } from '../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../plots/chart/Chart.tsx';
import { bandPath } from '../../../plots/chart/paths.ts';
import type { AnyPlotProps, Margin } from '../../../plots/host/PlotHost.tsx';
import { useGlide } from '../../../plots/host/useGlide.ts';
import type { ExpertCurves } from '../../../plots/layers/ExpertLines.ts';
import { colour } from '../../../plots/style/palette.ts';
import { symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';

/** What the strips are, for the axis and for screen readers. */
export interface GateWords {
  /** Of the whole chart: "Gate weights along x". */
  readonly label: string;
  /** Of the heights: "gate weight". */
  readonly share: string;
  /** One of those that share: "Expert". */
  readonly part: string;
}

const GATE: GateWords = { label: 'Gate weights along x', share: 'gate weight', part: 'Expert' };

export interface GatePlotProps extends AnyPlotProps {
  readonly curves: Pick<ExpertCurves, 'x' | 'gates'> | null;
  readonly experts: number;
  readonly words?: GateWords | undefined;
  readonly margin?: Margin | undefined;
  readonly xLabel: string;
  /** How x is read; in model units by default. */
  readonly unit?: ColumnUnit | undefined;
  readonly hovered: number | null;
  readonly onHover: (expert: number | null) => void;
  /** The strips glide to their new courses when this changes. */
  readonly motionKey: string | number;
}

const MARGIN = { left: 38, right: 10, top: 22, bottom: 34 } as const;
/** Room of a mark to the left of its middle, and with its number to the right, pixels. */
const MARK = { left: 10, right: 26 } as const;
/** An expert with a smaller weight than this everywhere needs no mark. */
const WORTH_A_MARK = 0.15;
const NOTHING: ArrayLike<number> = [];
const HALVES = { ticks: [0, 0.5, 1], text: String };

/** The weight of each expert along x: strips one on the other that fill the whole height. */
export function GatePlot(props: GatePlotProps) {
  const { curves, experts, xLabel, unit = MODEL_UNIT, words = GATE, margin = MARGIN } = props;
  const gates = useGlide(curves?.gates ?? NOTHING, props.motionKey);
  const [low, high] = curves ? [curves.x[0], curves.x[curves.x.length - 1]] : [-1, 1];
  const x = useMemo(() => ownAxis(xLabel, { low, high }, unit), [xLabel, low, high, unit]);
  const y = useMemo(() => linearAxis(words.share, { low: 0, high: 1 }, HALVES), [words.share]);
  const strips = curves ? stripsOf({ x: curves.x, gates }, experts) : [];
  return (
    <Chart label={words.label} margin={margin} x={x} y={y} placeholder={props.placeholder}>
      <g role="list" aria-label={words.label}>
        {curves &&
          strips.map((strip, k) => (
            <GateStrip
              // biome-ignore lint/suspicious/noArrayIndexKey: the expert is its place in the list
              key={k}
              {...props}
              x={curves.x}
              unit={unit}
              words={words}
              strip={strip}
              expert={k}
            />
          ))}
      </g>
      {/* Above all strips: the next one would paint over a mark at its border. */}
      {curves &&
        strips.map((strip, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the expert is its place in the list
          <GateMark key={k} x={curves.x} strip={strip} expert={k} hovered={props.hovered} />
        ))}
    </Chart>
  );
}

interface GateStripProps extends Pick<GatePlotProps, 'hovered' | 'onHover'> {
  readonly x: ArrayLike<number>;
  readonly unit: ColumnUnit;
  readonly words: GateWords;
  readonly strip: Strip;
  readonly expert: number;
}

const dimming = (hovered: number | null, expert: number): number =>
  hovered === null || hovered === expert ? 1 : 0.35;

function GateStrip({ strip: { below, share, peak }, x, expert, ...props }: GateStripProps) {
  const { hovered, onHover } = props;
  const chart = useChart();
  const fill = colour(expert, useTheme());
  const at = x[peak] ?? 0;
  return (
    <g
      role="listitem"
      aria-label={`${props.words.part} ${expert + 1}: largest ${props.words.share} at ${ownText(props.unit, at)}, ${Math.round(100 * share[peak])} %`}
      opacity={dimming(hovered, expert)}
      onPointerEnter={() => onHover(expert)}
      onPointerLeave={() => onHover(null)}
    >
      <path
        className="gate-strip"
        d={bandPath(
          share.length,
          (g) => chart.x.at(x[g]),
          (g) => chart.y.at(below[g]),
          (g) => chart.y.at(below[g] + share[g]),
        )}
        fill={fill}
      />
    </g>
  );
}

type GateMarkProps = Pick<GateStripProps, 'x' | 'strip' | 'expert' | 'hovered'>;

/** Mark and number of an expert where its strip is highest. */
function GateMark({ strip: { below, share, peak }, x, expert, hovered }: GateMarkProps) {
  const chart = useChart();
  const { left, width } = chart.area;
  const fill = colour(expert, useTheme());
  if (share[peak] < WORTH_A_MARK) return null;
  // Marks and their numbers keep within the plot, however far out an expert leads.
  const at = Math.min(left + width - MARK.right, Math.max(left + MARK.left, chart.x.at(x[peak])));
  return (
    <g
      aria-hidden="true"
      pointerEvents="none"
      opacity={dimming(hovered, expert)}
      transform={`translate(${at} ${chart.y.at(below[peak] + share[peak] / 2)})`}
    >
      <path className="cluster-centre" d={symbolPath(expert, 6)} fill={fill} />
      <text className="cluster-number" x={9} y={4}>
        {expert + 1}
      </text>
    </g>
  );
}

interface Strip {
  /** G: where the strip begins, and how high it is. */
  readonly below: readonly number[];
  readonly share: readonly number[];
  /** The place where it is highest, the middle one of equals. */
  readonly peak: number;
}

function stripsOf({ x, gates }: Pick<ExpertCurves, 'x' | 'gates'>, experts: number): Strip[] {
  const below = Array.from(x, () => 0);
  return Array.from({ length: experts }, (_, k) => {
    const start = [...below];
    const share = Array.from(x, (_place, g) => gates[g * experts + k]);
    share.forEach((part, g) => {
      below[g] += part;
    });
    const most = Math.max(...share);
    const peaks = share.flatMap((part, g) => (part >= most - 0.01 ? [g] : []));
    return { below: start, share, peak: peaks[peaks.length >> 1] ?? 0 };
  });
}
