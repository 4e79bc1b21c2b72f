import { least } from 'd3';
import { useMemo, useState } from 'react';
import { formatFixed } from '../../ui/numbers.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { useSteady } from '../host/useSteady.ts';
import { chartStyle } from '../style/chartStyle.ts';
import { type Theme, useTheme } from '../style/theme.ts';
import { countAxis, linearAxis } from './axes.ts';
import { Chart, isLarge, useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { EndLabels } from './EndLabels.tsx';
import type { FreeEnergyRow, FreeEnergySeries } from './freeEnergySeries.ts';
import { rowsOf, shownInterval, stretchesOf } from './freeEnergySeries.ts';
import { endOf, type Ghost, NO_GHOSTS } from './ghost.ts';
import { type Interval, nextInterval, padInterval, robustInterval } from './intervals.ts';
import { LaterGhosts } from './LaterGhosts.tsx';
import { bandPath, linePath } from './paths.ts';
import { StepReader } from './StepReader.tsx';

export interface FreeEnergyChartProps extends AnyPlotProps {
  readonly series: FreeEnergySeries;
  /** What the figures are per; null for a bound of everything there is. */
  readonly datum?: string | null | undefined;
  readonly words?: BoundWords | undefined;
  /** What is drawn strongly; null for all alike. */
  readonly emphasised?: FreeEnergyPart | null | undefined;
  /** Bounds of other runs. */
  readonly ghosts?: readonly Ghost[] | undefined;
  /** The ranges are fitted again when this changes. */
  readonly domainKey: string | number;
}

/** How the steps and the quantity above the bound are called. */
export interface BoundWords {
  /** What the bound cannot pass: "log-likelihood". */
  readonly top: string;
  /** What is counted along x: "half-step". */
  readonly step: string;
  /** Under a row, by its mark. */
  readonly letter: (mark: string) => string;
  /** What a row comes after, by its mark: "E-step". */
  readonly after: (mark: string) => string;
}

const OF_EM: BoundWords = {
  top: 'log-likelihood',
  step: 'half-step',
  letter: (mark) => mark.toUpperCase(),
  after: (mark) => `${mark.toUpperCase()}-step`,
};

/** What the chart is made of, by the names that formulas point with. */
export type FreeEnergyPart = 'logLikelihood' | 'gap' | 'freeEnergy' | 'entropy' | 'energy';
type Part = FreeEnergyPart | 'globalKl';

/** Ticks on the left; on the right the bar of figure 2.2 and the values of its parts. Pixels. */
const SMALL = {
  margin: { left: 44, right: 150, top: 22, bottom: 32 },
  bar: { distance: 8, width: 14 },
  labels: { gap: 15, fontSize: undefined },
} as const;
/** Where there is room, as when presenting: the bar is the main part. */
const LARGE = {
  margin: { left: 48, right: 226, top: 26, bottom: 34 },
  bar: { distance: 10, width: 44 },
  labels: { gap: 20, fontSize: 15 },
} as const;

/** The areas between two values of a row, and how strongly they are filled. */
const PIECES: readonly {
  readonly part: Part;
  readonly low: (row: FreeEnergyRow) => number;
  readonly high: (row: FreeEnergyRow) => number;
  readonly opacity: number;
}[] = [
  // From the edge of the chart, not from zero: only its end matters.
  { part: 'energy', low: () => -Infinity, high: ({ energy }) => energy, opacity: 0.16 },
  {
    part: 'entropy',
    low: ({ energy }) => energy,
    high: ({ energy, entropy }) => energy + (entropy ?? 0),
    opacity: 0.14,
  },
  {
    part: 'globalKl',
    low: ({ freeEnergy }) => freeEnergy,
    high: ({ energy, entropy }) => energy + (entropy ?? 0),
    opacity: 0.16,
  },
  {
    part: 'gap',
    low: ({ freeEnergy }) => freeEnergy,
    high: ({ freeEnergy, logLikelihood }) => logLikelihood ?? freeEnergy,
    opacity: 0.32,
  },
];
const CURVES = [
  { part: 'energy', width: 1.5, dashes: '4 2' },
  { part: 'freeEnergy', width: 1.5, dashes: undefined },
  { part: 'logLikelihood', width: 2, dashes: undefined },
] as const;

const NEW_START = 'new start';
const NEW_START_WIDTH = 60;
const FEWEST_HALF_STEPS = 12;
/** Half-steps this far apart have room for their letters, pixels. */
const LETTER_PITCH = 13;
const DIMMED = 0.25;
const valueText = (value: number): string => formatFixed(value, 3);
/** What is infinite, in words over the letters: pixels from the bottom. */
const INFINITE_ABOVE = 18;

interface PartStyle {
  readonly colour: (part: Part) => string;
  readonly opacity: (part: Part) => number;
}

function partStyles(theme: Theme, emphasised: FreeEnergyPart | null): PartStyle {
  const style = chartStyle(theme);
  const [elbo, energy, kl] = [0, 1, 2].map((index) => style.part(index).colour);
  const colours: Readonly<Record<Part, string>> = {
    logLikelihood: style.total.colour,
    freeEnergy: elbo,
    entropy: elbo,
    energy,
    gap: kl,
    globalKl: kl,
  };
  return {
    colour: (part) => colours[part],
    opacity: (part) => (emphasised === null || emphasised === part ? 1 : DIMMED),
  };
}

/**
 * A bound, and what it is a bound of, over the steps that raise it: log-likelihood and free energy
 * over the half-steps of EM. Between them lies the KL divergence of figure 2.2. The bar beside the
 * chart is that figure for one moment, in the same scale.
 */
export function FreeEnergyChart(props: FreeEnergyChartProps) {
  const { series, datum = 'point', words = OF_EM, emphasised = null, ghosts = NO_GHOSTS } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(series), [series]);
  const interval = useSteady(
    useMemo(() => withGhosts(shownInterval(rows), ghosts), [rows, ghosts]),
    `${props.domainKey} ${ghosts.length}`,
    nextInterval,
  );
  const first = rows[0]?.halfStep ?? 0;
  const last = Math.max(FEWEST_HALF_STEPS, rows.at(-1)?.halfStep ?? 0, endOf(ghosts));
  const end = first + padInterval({ low: 0, high: last - first }).high;
  const x = useMemo(() => countAxis(words.step, { low: first, high: end }), [words, first, end]);
  const yName = datum === null ? 'nats' : `nats per ${datum}`;
  const y = useMemo(() => linearAxis(yName, interval), [yName, interval]);
  const style = partStyles(useTheme(), emphasised);
  return (
    <Chart
      className="free-energy-chart"
      label={`${words.top[0].toUpperCase()}${words.top.slice(1)}, ELBO and the gap between them`}
      margin={marginOf}
      x={x}
      y={y}
      placeholder={props.placeholder}
      onPoint={(at) => setPointed(at?.[0] ?? null)}
    >
      <LaterGhosts ghosts={ghosts} />
      <Curves rows={rows} style={style} words={words} />
      {rows.length > 0 && <Moment rows={rows} style={style} words={words} pointed={pointed} />}
    </Chart>
  );
}

/** A range that takes in the lines of other runs. */
function withGhosts(range: Interval | null, ghosts: readonly Ghost[]): Interval | null {
  const other = robustInterval(ghosts.map(({ values }) => values));
  if (range === null || other === null) return range ?? other;
  return { low: Math.min(range.low, other.low), high: Math.max(range.high, other.high) };
}

const layoutOf = (size: { readonly width: number; readonly height: number }) =>
  isLarge(size) ? LARGE : SMALL;
const marginOf = (size: { readonly width: number; readonly height: number }) =>
  layoutOf(size).margin;

/** The stretches between starts, and the half-steps by their letters where there is room. */
function Curves({ rows, style, words }: Omit<MomentProps, 'pointed'>) {
  const { x, y, area, clip } = useChart();
  const stretches = useMemo(() => stretchesOf(rows), [rows]);
  const pitch = x.at(1) - x.at(0);
  const hasLetters = pitch >= LETTER_PITCH;
  const isInfinite = (index: number) => rows[index]?.freeEnergy === -Infinity;
  /** Where several in a row have no room, the first speaks for all. */
  const isWritten = (index: number) => pitch >= 2 * LETTER_PITCH || !isInfinite(index - 1);
  return (
    <g clipPath={clip} aria-hidden="true">
      {stretches.map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches only ever follow one another
        <g key={index}>
          {index > 0 && (
            <NewStart at={x.at(stretch[0].halfStep)} isNamed={index === stretches.length - 1} />
          )}
          <Stretch rows={stretch} style={style} />
        </g>
      ))}
      {hasLetters &&
        rows.map(({ halfStep, freeEnergy, mark }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a start has the half-step of the row before it
          <g key={index}>
            {isInfinite(index) ? (
              isWritten(index) && (
                <text
                  className="plot-tick chart-step"
                  x={x.at(halfStep)}
                  y={area.top + area.height - INFINITE_ABOVE}
                  textAnchor={index === 0 ? 'start' : 'middle'}
                >
                  −∞
                </text>
              )
            ) : (
              <circle
                cx={x.at(halfStep)}
                cy={y.at(freeEnergy)}
                r={2.5}
                fill={style.colour('freeEnergy')}
              />
            )}
            {mark !== 'start' && (
              <text
                className="plot-tick chart-step"
                x={x.at(halfStep)}
                y={area.top + area.height - 5}
                textAnchor="middle"
              >
                {words.letter(mark)}
              </text>
            )}
          </g>
        ))}
    </g>
  );
}

/** Settings were changed or a mean was moved: the line says why what follows does not join on. */
function NewStart({ at, isNamed }: { readonly at: number; readonly isNamed: boolean }) {
  const { area } = useChart();
  const isRight = at + NEW_START_WIDTH > area.left + area.width;
  return (
    <>
      <line
        className="free-energy-start"
        x1={at}
        x2={at}
        y1={area.top}
        y2={area.top + area.height}
      />
      {isNamed && (
        <text
          className="plot-tick chart-step"
          x={at + (isRight ? -4 : 4)}
          y={area.top + 12}
          textAnchor={isRight ? 'end' : 'start'}
        >
          {NEW_START}
        </text>
      )}
    </>
  );
}

/** The lines from one start to the next, and the areas between them. */
function Stretch({
  rows,
  style,
}: {
  readonly rows: readonly FreeEnergyRow[];
  readonly style: PartStyle;
}) {
  const { x, y, area } = useChart();
  const toX = (index: number) => x.at(rows[index].halfStep);
  // Out of sight below is far enough for a line to what is infinite.
  const toY = (value: number) => (value === -Infinity ? area.top + 2 * area.height : y.at(value));
  return (
    <>
      {PIECES.filter(({ part }) => part !== 'energy').map(({ part, low, high, opacity }) => (
        <path
          key={part}
          d={bandPath(
            rows.length,
            toX,
            (index) => toY(low(rows[index])),
            (index) => toY(high(rows[index])),
          )}
          fill={style.colour(part)}
          fillOpacity={opacity}
          opacity={style.opacity(part)}
        />
      ))}
      {CURVES.map(({ part, width, dashes }) => (
        <path
          key={part}
          d={linePath(rows.length, toX, (index) => toY(rows[index][part] ?? Number.NaN))}
          fill="none"
          stroke={style.colour(part)}
          strokeWidth={width}
          strokeDasharray={dashes}
          strokeLinejoin="round"
          opacity={style.opacity(part)}
        />
      ))}
    </>
  );
}

interface MomentProps {
  readonly rows: readonly FreeEnergyRow[];
  readonly style: PartStyle;
  readonly words: BoundWords;
  readonly pointed: number | null;
}

/**
 * Figure 2.2 for one moment, in the scale of the chart: energy, entropy on it, and the KL divergence
 * up to the log-likelihood. Where there are priors, KL(q(theta) || p(theta)) lowers the top of both.
 */
function Moment({ rows, style, words, pointed }: MomentProps) {
  const chart = useChart();
  const { x, y, area } = chart;
  const right = area.left + area.width;
  const [read, setRead] = useState<number | null>(null);
  const isPointed = pointed !== null && pointed < right;
  const isReading = isPointed || read !== null;
  const row =
    read !== null
      ? rows[Math.min(read, rows.length - 1)]
      : (isPointed && rowAt(rows, x.valueAt(pointed))) || rows[rows.length - 1];
  const inWords = (its: number) =>
    `${nameOf(rows[its], words)}: ${labelsOf(rows[its], words)
      .map(({ name, value }) => `${name} ${valueText(value)}`)
      .join(', ')}`;
  const { bar, labels } = layoutOf(chart);
  const left = right + bar.distance;
  const inside = (value: number) => y.at(Math.min(y.ends.high, Math.max(y.ends.low, value)));
  return (
    <>
      <StepReader count={rows.length} record={read} onRead={setRead} text={inWords} />
      {isReading && <Crosshair at={x.at(row.halfStep)} />}
      <text className="plot-tick chart-step" x={left} y={area.top - 10}>
        {nameOf(row, words)}
      </text>
      <g aria-hidden="true">
        {PIECES.map((piece) => {
          const [top, bottom] = [inside(piece.high(row)), inside(piece.low(row))];
          const isEnergy = piece.part === 'energy';
          return (
            <rect
              key={piece.part}
              x={left}
              y={top}
              width={bar.width}
              height={Math.max(0, bottom - top)}
              // Without its parts the bound is one bar.
              fill={style.colour(row.entropy === null && isEnergy ? 'freeEnergy' : piece.part)}
              fillOpacity={piece.opacity}
              opacity={style.opacity(piece.part)}
            />
          );
        })}
        {CURVES.map(({ part, width }) =>
          part === 'energy' || row[part] === null ? null : (
            <line
              key={part}
              x1={left - 2}
              x2={left + bar.width + 2}
              y1={inside(row[part])}
              y2={inside(row[part])}
              stroke={style.colour(part)}
              strokeWidth={width}
              opacity={style.opacity(part)}
            />
          ),
        )}
      </g>
      <EndLabels
        {...labels}
        label={`ELBO ${nameOf(row, words)}`}
        distance={bar.distance + bar.width + 7}
        labels={labelsOf(row, words).map(({ part, name, value, middle }) => ({
          key: part,
          name,
          value: valueText(value),
          at: inside(middle),
          colour: style.colour(part),
          opacity: style.opacity(part),
          strong: part === 'logLikelihood',
        }))}
      />
    </>
  );
}

/** The parts of the ELBO from the top down, each with the value at the middle of it. */
function labelsOf(row: FreeEnergyRow, words: BoundWords) {
  const { energy, entropy, globalKl, freeEnergy, logLikelihood, gap } = row;
  const of = (part: Part, name: string, value: number, middle = value) => ({
    part,
    name,
    value,
    middle,
  });
  return [
    ...(logLikelihood !== null && gap !== null
      ? [
          of('logLikelihood', words.top, logLikelihood),
          of('gap', 'KL, the gap', gap, (freeEnergy + logLikelihood) / 2),
        ]
      : globalKl > 0
        ? [of('globalKl', 'KL to the prior', globalKl, freeEnergy + globalKl / 2)]
        : []),
    of('freeEnergy', 'ELBO', freeEnergy),
    ...(entropy === null
      ? []
      : [of('entropy', 'entropy', entropy, energy + entropy / 2), of('energy', 'energy', energy)]),
  ];
}

/** The row nearest to a half-step; the last of those that share one. */
const rowAt = (rows: readonly FreeEnergyRow[], at: number): FreeEnergyRow | undefined =>
  least(rows.toReversed(), ({ halfStep }) => Math.abs(halfStep - at));

function nameOf({ mark, halfStep }: FreeEnergyRow, { after }: BoundWords): string {
  if (mark === 'start') return halfStep === 0 ? 'at the start' : NEW_START;
  return `after ${after(mark)}, ${halfStep.toLocaleString('en-US')}`;
}
