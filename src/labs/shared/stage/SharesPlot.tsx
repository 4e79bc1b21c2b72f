import { useMemo, useState } from 'react';
import { type ColumnUnit, MODEL_UNIT, ownText } from '../../../datasets/columnUnits.ts';
import { type AxisOf, linearAxis, ownAxis } from '../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../plots/chart/Chart.tsx';
import { Crosshair } from '../../../plots/chart/Crosshair.tsx';
import { bandPath } from '../../../plots/chart/paths.ts';
import { StepReader } from '../../../plots/chart/StepReader.tsx';
import type { AnyPlotProps, Margin } from '../../../plots/host/PlotHost.tsx';
import { useGlide } from '../../../plots/host/useGlide.ts';
import { colour } from '../../../plots/style/palette.ts';
import { symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';

/** What the strips are, for the axis and for screen readers. */
export interface ShareWords {
  /** Of the whole chart: "Gate weights along x". */
  readonly label: string;
  /** Of the heights: "gate weight". */
  readonly share: string;
  /** One of those that share: "Expert". */
  readonly part: string;
}

export interface PartLook {
  /** Of the palette, counted from 0. */
  readonly colour: number;
  readonly name: string;
}

interface Curves {
  /** G places, ascending. */
  readonly x: ArrayLike<number>;
  /** G x K: how much of each place every part has; rows sum to 1. */
  readonly shares: ArrayLike<number>;
}

export interface SharesPlotProps extends AnyPlotProps {
  readonly curves: Curves | null;
  /** K */
  readonly parts: number;
  /** How each part is drawn and called; absent: by its place, counted from 1. */
  readonly looks?: readonly PartLook[] | undefined;
  readonly words: ShareWords;
  readonly margin?: Margin | undefined;
  readonly xLabel: string;
  /** In place of an axis in the units of the data, and of one whose numbers are written in words. */
  readonly x?: AxisOf | undefined;
  /** How places along it are called. */
  readonly xText?: ((x: number) => string) | undefined;
  /** How x is read; in model units by default. */
  readonly unit?: ColumnUnit | undefined;
  readonly hovered: number | null;
  readonly onHover: (part: number | null) => void;
  /** The strips glide to their new courses when this changes. */
  readonly motionKey: string | number;
}

const MARGIN = { left: 38, right: 10, top: 22, bottom: 34 } as const;
/** Room of a mark to the left of its middle, and with its number to the right, pixels. */
const MARK = { left: 10, right: 26 } as const;
/** A part with a smaller weight than this everywhere needs no mark. */
const WORTH_A_MARK = 0.15;
const NOTHING: ArrayLike<number> = [];
const HALVES = { ticks: [0, 0.5, 1], text: String };

/** How parts share what there is at each place along x: strips one on the other that fill the height. */
export function SharesPlot(props: SharesPlotProps) {
  const { curves, parts, xLabel, xText, unit = MODEL_UNIT, words, margin = MARGIN } = props;
  const shares = useGlide(curves?.shares ?? NOTHING, props.motionKey);
  const [low, high] = curves ? [curves.x[0], curves.x[curves.x.length - 1]] : [-1, 1];
  const x = useMemo(
    () =>
      props.x ??
      (xText
        ? linearAxis(xLabel, { low, high }, { text: xText })
        : ownAxis(xLabel, { low, high }, unit)),
    [props.x, xLabel, xText, low, high, unit],
  );
  const y = useMemo(() => linearAxis(words.share, { low: 0, high: 1 }, HALVES), [words.share]);
  const strips = curves ? stripsOf({ x: curves.x, shares }, parts) : [];
  const lookOf = (part: number): PartLook =>
    props.looks?.[part] ?? { colour: part, name: `${words.part} ${part + 1}` };
  return (
    <Chart label={words.label} margin={margin} x={x} y={y} placeholder={props.placeholder}>
      <g role="list" aria-label={words.label}>
        {curves &&
          strips.map((strip, k) => (
            <PartStrip
              // biome-ignore lint/suspicious/noArrayIndexKey: the part is its place in the list
              key={k}
              {...props}
              x={curves.x}
              unit={unit}
              look={lookOf(k)}
              strip={strip}
              part={k}
            />
          ))}
      </g>
      {/* Above all strips: the next one would paint over a mark at its border. */}
      {curves &&
        strips.map((strip, k) => (
          <PartMark
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={k}
            {...{ strip, x: curves.x, look: lookOf(k), part: k, hovered: props.hovered }}
          />
        ))}
      {curves && (
        <PlaceReader
          label={xLabel}
          x={curves.x}
          text={(g) =>
            `${xLabel} ${xText?.(curves.x[g]) ?? ownText(unit, curves.x[g])}: ${strips
              .map(({ share }, k) => ({
                name: lookOf(k).name,
                percent: Math.round(100 * share[g]),
              }))
              .filter(({ percent }) => percent > 0)
              .sort((a, b) => b.percent - a.percent)
              .map(({ name, percent }) => `${name} ${percent} %`)
              .join(', ')}`
          }
        />
      )}
    </Chart>
  );
}

interface PlaceReaderProps {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly text: (place: number) => string;
}

/** Reads the shares by keys, from place to place: the largest first. */
function PlaceReader({ label, x, text }: PlaceReaderProps) {
  const chart = useChart();
  const [place, setPlace] = useState<number | null>(null);
  const read = place === null ? null : Math.min(place, x.length - 1);
  return (
    <>
      <StepReader
        {...{ label, text }}
        resting="none"
        count={x.length}
        record={read}
        onRead={setPlace}
      />
      {read !== null && <Crosshair at={chart.x.at(x[read])} />}
    </>
  );
}

interface PartStripProps extends Pick<SharesPlotProps, 'hovered' | 'onHover' | 'xText'> {
  readonly x: ArrayLike<number>;
  readonly unit: ColumnUnit;
  readonly words: ShareWords;
  readonly look: PartLook;
  readonly strip: Strip;
  readonly part: number;
}

const dimming = (hovered: number | null, part: number): number =>
  hovered === null || hovered === part ? 1 : 0.35;

function PartStrip({ strip: { below, share, peak }, x, part, look, ...props }: PartStripProps) {
  const { hovered, onHover } = props;
  const chart = useChart();
  const fill = colour(look.colour, useTheme());
  const at = x[peak] ?? 0;
  return (
    <g
      role="listitem"
      aria-label={`${look.name}: largest ${props.words.share} at ${props.xText?.(at) ?? ownText(props.unit, at)}, ${Math.round(100 * share[peak])} %`}
      opacity={dimming(hovered, part)}
      onPointerEnter={() => onHover(part)}
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

type PartMarkProps = Pick<PartStripProps, 'x' | 'strip' | 'part' | 'look' | 'hovered'>;

/** Mark and number of a part where its strip is highest. */
function PartMark({ strip: { below, share, peak }, x, part, look, hovered }: PartMarkProps) {
  const chart = useChart();
  const { left, width } = chart.area;
  const fill = colour(look.colour, useTheme());
  if (share[peak] < WORTH_A_MARK) return null;
  // Marks and their numbers keep within the plot, however far out a part leads.
  const at = Math.min(left + width - MARK.right, Math.max(left + MARK.left, chart.x.at(x[peak])));
  return (
    <g
      aria-hidden="true"
      pointerEvents="none"
      opacity={dimming(hovered, part)}
      transform={`translate(${at} ${chart.y.at(below[peak] + share[peak] / 2)})`}
    >
      <path className="cluster-centre" d={symbolPath(look.colour, 6)} fill={fill} />
      <text className="cluster-number" x={9} y={4}>
        {look.colour + 1}
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

function stripsOf({ x, shares }: Curves, parts: number): Strip[] {
  const below = Array.from(x, () => 0);
  return Array.from({ length: parts }, (_, k) => {
    const start = [...below];
    const share = Array.from(x, (_place, g) => shares[g * parts + k]);
    share.forEach((height, g) => {
      below[g] += height;
    });
    const most = Math.max(...share);
    const peaks = share.flatMap((height, g) => (height >= most - 0.01 ? [g] : []));
    return { below: start, share, peak: peaks[peaks.length >> 1] ?? 0 };
  });
}
