import { format } from 'd3';
import { memo, useMemo } from 'react';
import { Axes } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { ColourLegend } from './ColourLegend.tsx';
import type { FieldKind } from './colourMaps.ts';
import { fieldMap, packedMap } from './colourMaps.ts';
import { FieldCanvas } from './FieldCanvas.tsx';
import { fieldSteps } from './fieldPixels.ts';
import type { InputEndProps } from './TimeMarks.tsx';
import { HoverLine, InputEndLine } from './TimeMarks.tsx';
import type { Area, TimeDomain } from './timeScale.ts';
import { createTimeFrame, pixelTicks } from './timeScale.ts';

export interface ImageStripProps extends ChartProps, InputEndProps {
  /** Accessible name, such as "Observations, step by pixel". */
  readonly label: string;
  /** T x P, row by row; NaN, which is hatched, where there is no observation. */
  readonly values: ArrayLike<number>;
  /** P. */
  readonly pixels: number;
  /** What each of the P is called, where they are no pixels but columns of a table. */
  readonly columns?: readonly string[] | undefined;
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

const NAMES: Readonly<Record<FieldKind, string>> = {
  intensity: 'intensity',
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
  const { theme, values, pixels, start = 0, domain, kind = 'intensity', deviations } = props;
  const { columns } = props;
  const { timeAxis = true, hovered, onHover, largestDeviation = 0.5 } = props;
  const [low, high] = props.range ?? UNIT_RANGE;
  const { from, to } = domain;
  const { host, size, ink } = useChartHost(theme);
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

  return (
    <ChartHost
      theme={theme}
      host={host}
      className="image-strip"
      label={props.label}
      placeholder={props.placeholder}
      onPoint={
        frame === null || onHover === undefined
          ? undefined
          : (at) => onHover(at === null ? null : frame.stepAt(at[0]))
      }
    >
      {frame !== null && ticks !== null && (
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
              low={low}
              high={high}
              name={NAMES[kind]}
              bar={legendBar(frame.area, overlay === null ? 'all' : 'upper')}
            />
            {overlay !== null && (
              <ColourLegend
                map={fieldMap('deviation', theme)}
                low={0}
                high={largestDeviation}
                name={NAMES.deviation}
                bar={legendBar(frame.area, 'lower')}
                heading="± sd"
              />
            )}
            <HoverLine frame={frame} step={hovered} named={hasValues} />
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
