import { format } from 'd3';
import { memo, useMemo, useState } from 'react';
import { type ColumnUnit, type ColumnUnits, ownText } from '../../datasets/columnUnits.ts';
import { Axes } from '../chart/Axes.tsx';
import type { ChartProps } from '../chart/ChartHost.tsx';
import { ChartHost, useChartHost } from '../chart/ChartHost.tsx';
import type { InputEndProps } from '../chart/TimeMarks.tsx';
import { HoverLine, InputEndLine } from '../chart/TimeMarks.tsx';
import type { Area, TimeDomain } from '../chart/timeScale.ts';
import { createTimeFrame, pixelTicks } from '../chart/timeScale.ts';
import type { FieldKind } from '../style/colourMaps.ts';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { ColourLegend } from './ColourLegend.tsx';
import { FieldCanvas } from './FieldCanvas.tsx';
import { fieldSteps } from './fieldPixels.ts';
import { fieldWords } from './fieldWords.ts';

export interface ImageStripProps extends ChartProps, InputEndProps {
  /** Accessible name, such as "Observations, step by pixel". */
  readonly label: string;
  /** T x P, row by row; NaN, which is hatched, where there is no observation. */
  readonly values: ArrayLike<number>;
  /** P. */
  readonly pixels: number;
  /** What each of the P is called, where they are no pixels but columns of a table. */
  readonly columns?: readonly string[] | undefined;
  /** How the numbers of each of the P are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  /** Step of the first row; 0 by default. */
  readonly start?: number | undefined;
  /** Steps shown; strips with equal domains and widths share their time axis. */
  readonly domain: TimeDomain;
  /** What the values are: it chooses the map and is written beside the scale. */
  readonly kind?: FieldKind | undefined;
  /** Values at the ends of the map; [0, 1] by default. */
  readonly range?: readonly [number, number] | undefined;
  /** T x P standard deviations laid over the values in a map of their own. */
  readonly deviations?: ArrayLike<number> | null | undefined;
  /** The standard deviation at which the overlay covers most; 0.5 by default. */
  readonly largestDeviation?: number | undefined;
  /** Whether steps are written below; false for all but the last of stacked strips. */
  readonly timeAxis?: boolean | undefined;
  /** What is shown just now, such as "sample 7 of 50". */
  readonly note?: string | undefined;
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
}

const NAMES: Readonly<Record<FieldKind | 'value', string>> = {
  intensity: 'intensity',
  value: 'values',
  deviation: 'standard deviation',
};
const UNIT_RANGE = [0, 1] as const;
/** Letters of a column's name that fit beside the strip. */
const LETTERS = 6;
const shortened = (name: string): string =>
  name.length > LETTERS ? `${name.slice(0, LETTERS - 2)}…` : name;
const stepText = format(',d');
const BAR_WIDTH = 8;
const NAME_HEIGHT = 18;

/** A signal of several pixels over time as a picture (thesis, figure 6.5). */
export const ImageStrip = memo(function ImageStrip(props: ImageStripProps) {
  const theme = useTheme();
  const { values, pixels, start = 0, domain, kind = 'intensity', deviations } = props;
  const { columns, units } = props;
  /** The column under the pointer; null while it is elsewhere. */
  const [pointed, setPointed] = useState<number | null>(null);
  const { timeAxis = true, hovered, onHover, largestDeviation = 0.5 } = props;
  const [low, high] = props.range ?? UNIT_RANGE;
  const { from, to } = domain;
  const { host, size, ink } = useChartHost();
  const frame = useMemo(
    () => (size === null ? null : createTimeFrame(size, { from, to }, timeAxis)),
    [size, from, to, timeAxis],
  );
  const field = useMemo(() => ({ values, pixels, start }), [values, pixels, start]);
  const shading = useMemo(
    () => ({ map: packedMap(fieldMap(kind, theme)), low, high }),
    [kind, theme, low, high],
  );
  const overlay = useMemo(
    () =>
      deviations == null
        ? null
        : {
            field: { values: deviations, pixels, start },
            shading: {
              map: packedMap(fieldMap('deviation', theme)),
              low: 0,
              high: largestDeviation,
            },
          },
    [deviations, pixels, start, theme, largestDeviation],
  );
  const ticks = useMemo(() => {
    if (frame === null) return null;
    const { area } = frame;
    const row = area.height / Math.max(1, pixels);
    return {
      x: timeAxis ? frame.ticks.map((t) => ({ at: frame.middle(t), text: stepText(t) })) : [],
      y: pixelTicks(pixels, area.height).map((pixel) => ({
        at: area.top + row * (pixel - 0.5),
        text: columns === undefined ? String(pixel) : shortened(columns[pixel - 1] ?? ''),
        bare: true,
      })),
    };
  }, [frame, pixels, columns, timeAxis]);
  const hasValues = fieldSteps(field) > 0;
  const bar = frame && legendBar(frame.area, overlay === null ? 'all' : 'upper');
  const readingAt = (column: number | null, step: number | null): string | undefined => {
    const unit = column === null ? undefined : units?.[column];
    if (!unit || columns === undefined || column === null || step === null) return undefined;
    const value = values[(step - start) * pixels + column];
    return `${columns[column]}: ${Number.isNaN(value) ? 'missing' : ownText(unit, value)}`;
  };

  return (
    <ChartHost
      host={host}
      className="image-strip"
      label={props.label}
      placeholder={props.placeholder}
      onPoint={
        frame === null || onHover === undefined
          ? undefined
          : (at) => {
              onHover(at === null ? null : frame.stepAt(at[0]));
              setPointed(at === null ? null : rowAt(at[1], frame.area, pixels));
            }
      }
    >
      {frame !== null && bar !== null && ticks !== null && (
        <>
          <Axes
            {...frame}
            xTicks={ticks.x}
            yTicks={ticks.y}
            xLabel={timeAxis ? 'step' : undefined}
            yLabel={columns === undefined ? 'pixel' : 'column'}
            note={props.note}
          />
          {hasValues && (
            <FieldCanvas
              frame={frame}
              field={field}
              shading={shading}
              overlay={overlay}
              gapInk={ink.muted}
            />
          )}
          <svg
            className="plot-layer plot-overlay"
            width={frame.width}
            height={frame.height}
            role="presentation"
          >
            <ColourLegend
              map={fieldMap(kind, theme)}
              {...legendOf([low, high], bar, units, columns)}
              name={NAMES[columns === undefined ? kind : 'value']}
              bar={bar}
            />
            {overlay !== null && (
              <ColourLegend
                map={fieldMap('deviation', theme)}
                {...legendOf([0, largestDeviation], NO_MIDDLE, units?.map(spreadOf), columns)}
                name={NAMES.deviation}
                bar={legendBar(frame.area, 'lower')}
                heading="± sd"
              />
            )}
            <HoverLine
              frame={frame}
              step={hovered}
              named={hasValues}
              reading={readingAt(pointed, hovered)}
            />
            {hasValues && (
              <InputEndLine
                frame={frame}
                inputEnd={props.inputEnd}
                onInputEnd={props.onInputEnd}
                named={props.note === undefined}
              />
            )}
          </svg>
        </>
      )}
    </ChartHost>
  );
});

/** The column drawn at a height. */
const rowAt = (y: number, { top, height }: Area, pixels: number): number =>
  Math.min(pixels - 1, Math.max(0, Math.floor(((y - top) / height) * pixels)));

/** Differences have no offset. */
const spreadOf = ({ scale }: ColumnUnit): ColumnUnit => ({ offset: 0, scale });

/** Of a scale that shares the height of the strip. */
const NO_MIDDLE: Pick<Area, 'height'> = { height: 0 };
const HIGH_ENOUGH_FOR_A_MIDDLE = 60;

/** What a scale says at its ends, and in its middle where there is room. */
function legendOf(
  [low, high]: readonly [number, number],
  { height }: Pick<Area, 'height'>,
  units: ColumnUnits | undefined,
  columns: readonly string[] | undefined,
) {
  const values = height >= HIGH_ENOUGH_FOR_A_MIDDLE ? [low, (low + high) / 2, high] : [low, high];
  return { values, words: fieldWords(values, units, columns) };
}

/** A scale stands right of the strip; two share its height. */
function legendBar({ left, top, width, height }: Area, part: 'all' | 'upper' | 'lower'): Area {
  const half = Math.max(1, (height - NAME_HEIGHT) / 2);
  return {
    left: left + width + 10,
    top: part === 'lower' ? top + half + NAME_HEIGHT : top,
    width: BAR_WIDTH,
    height: part === 'all' ? height : half,
  };
}
