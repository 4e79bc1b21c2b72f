import { memo, useMemo, useState } from 'react';
import { type ColumnUnit, type ColumnUnits, ownText } from '../../datasets/columnUnits.ts';
import { rowsAxis, stepAt, unmarked } from '../chart/axes.ts';
import { Chart, TIME_MARGIN, useChart } from '../chart/Chart.tsx';
import type { InputEndProps, TimeProps } from '../chart/TimeMarks.tsx';
import { HoverLine, InputEndLine, useTimeAxis } from '../chart/TimeMarks.tsx';
import type { AnyPlotProps, Area } from '../host/PlotHost.tsx';
import { PixelPictures, usePixelRatio } from '../pen/PixelPictures.tsx';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { ColourLegend } from './ColourLegend.tsx';
import { sampleColumns, shadeField } from './fieldPixels.ts';
import { fieldWords } from './fieldWords.ts';
import './strip.css';

export interface ImageStripProps extends AnyPlotProps, TimeProps, InputEndProps {
  /** Accessible name, such as "Observations, step by pixel". */
  readonly label: string;
  /** T x P, row by row; NaN, which is hatched, where there is no observation. */
  readonly values: ArrayLike<number>;
  /** P. */
  readonly pixels: number;
  /** What each of the P is called, where they are no pixels but columns of a table. */
  readonly columns?: readonly string[] | undefined;
  /** How the numbers of each of the P are read; in model units by default. */
  readonly units?: ColumnUnits | undefined;
  /** Values at the ends of the map; [0, 1] by default. */
  readonly range?: readonly [number, number] | undefined;
  /** T x P standard deviations laid over the values in a map of their own. */
  readonly deviations?: ArrayLike<number> | null | undefined;
  /** Whether steps are written below; false for all but the last of stacked strips. */
  readonly timeAxis?: boolean | undefined;
  /** What is shown just now, such as "sample 7 of 50". */
  readonly note?: string | undefined;
}

const UNIT_RANGE = [0, 1] as const;
/** The standard deviation at which the overlay covers most. */
const LARGEST_DEVIATION = 0.5;
const WITHOUT_AXIS = { ...TIME_MARGIN, bottom: 6 };
/** From one row's name to the next at least, pixels. */
const NAME_GAP = 15;
/** Letters of a column's name that fit beside the strip. */
const LETTERS = 6;
const shortened = (name: string): string =>
  name.length > LETTERS ? `${name.slice(0, LETTERS - 2)}…` : name;

/** A signal of several pixels over time as a picture (thesis, figure 6.5). */
export const ImageStrip = memo(function ImageStrip(props: ImageStripProps) {
  const { values, pixels, deviations, columns, units, hovered, onHover } = props;
  /** The column under the pointer; null while it is elsewhere. */
  const [pointed, setPointed] = useState<number | null>(null);
  const isMarked = props.timeAxis ?? true;
  const time = useTimeAxis(props);
  const x = useMemo(() => (isMarked ? time : unmarked(time)), [time, isMarked]);
  const y = useMemo(
    () =>
      rowsAxis(columns === undefined ? 'pixel' : 'column', pixels, NAME_GAP, (row) =>
        columns === undefined ? String(row + 1) : shortened(columns[row] ?? ''),
      ),
    [pixels, columns],
  );
  const hasValues = values.length > 0;
  const readingAt = (column: number | null, step: number | null): string | undefined => {
    const unit = column === null ? undefined : units?.[column];
    if (!unit || columns === undefined || column === null || step === null) return undefined;
    const value = values[step * pixels + column];
    return `${columns[column]}: ${Number.isNaN(value) ? 'missing' : ownText(unit, value)}`;
  };
  return (
    <Chart
      className="image-strip"
      label={props.label}
      margin={isMarked ? TIME_MARGIN : WITHOUT_AXIS}
      x={x}
      y={y}
      note={props.note}
      placeholder={props.placeholder}
      onPoint={(at, chart) => {
        onHover?.(at && stepAt(chart.x, at[0]));
        const row = at && Math.floor(chart.y.valueAt(at[1]));
        setPointed(row === null ? null : Math.min(pixels - 1, Math.max(0, row)));
      }}
      below={hasValues && <Field {...props} />}
    >
      <Scales range={props.range} columns={columns} units={units} isShared={deviations != null} />
      <HoverLine step={hovered} named={hasValues} reading={readingAt(pointed, hovered)} />
      {hasValues && (
        <InputEndLine
          inputEnd={props.inputEnd}
          onInputEnd={props.onInputEnd}
          named={props.note === undefined}
        />
      )}
    </Chart>
  );
});

/** The picture itself, with the deviations over it: time to the right, the first pixel on top. */
function Field({ values, pixels, steps, range = UNIT_RANGE, deviations }: ImageStripProps) {
  const theme = useTheme();
  const ratio = usePixelRatio();
  const { width, height, area } = useChart();
  const [low, high] = range;
  // Enlarged, a step is one column here: it is made wide when it is drawn.
  const columns = Math.max(1, Math.min(steps, Math.round(area.width * ratio)));
  const pictures = useMemo(() => {
    const shading = { map: packedMap(fieldMap('intensity', theme)), low, high };
    const overlay = deviations && {
      sampled: sampleColumns({ values: deviations, pixels }, steps, columns),
      shading: {
        map: packedMap(fieldMap('deviation', theme)),
        low: 0,
        high: LARGEST_DEVIATION,
      },
    };
    const sampled = sampleColumns({ values, pixels }, steps, columns);
    const shaded = shadeField(sampled, shading, overlay);
    return [{ ...area, columns, rows: pixels, pixels: shaded }];
  }, [values, pixels, steps, low, high, deviations, theme, columns, area]);
  return <PixelPictures width={width} height={height} pictures={pictures} />;
}

interface ScalesProps extends Pick<ImageStripProps, 'range' | 'columns' | 'units'> {
  /** Whether the deviations have the lower half of the height. */
  readonly isShared: boolean;
}

const BAR = { distance: 10, width: 8 };
const NAME_HEIGHT = 18;
const HIGH_ENOUGH_FOR_A_MIDDLE = 60;

/** What the colours mean, right of the strip. */
const Scales = memo(function Scales({ range = UNIT_RANGE, columns, units, isShared }: ScalesProps) {
  const { left, top, width, height } = useChart().area;
  const theme = useTheme();
  const [low, high] = range;
  const half = Math.max(1, (height - NAME_HEIGHT) / 2);
  const bar: Area = {
    left: left + width + BAR.distance,
    top,
    width: BAR.width,
    height: isShared ? half : height,
  };
  const hasMiddle = bar.height >= HIGH_ENOUGH_FOR_A_MIDDLE;
  const values = hasMiddle ? [low, (low + high) / 2, high] : [low, high];
  const deviations = [0, LARGEST_DEVIATION];
  return (
    <>
      <ColourLegend
        map={fieldMap('intensity', theme)}
        values={values}
        words={fieldWords(values, units, columns)}
        name={columns === undefined ? 'intensity' : 'values'}
        bar={bar}
      />
      {isShared && (
        <ColourLegend
          map={fieldMap('deviation', theme)}
          values={deviations}
          words={fieldWords(deviations, units?.map(spreadOf), columns)}
          name="standard deviation"
          bar={{ ...bar, top: top + half + NAME_HEIGHT }}
          heading="± sd"
        />
      )}
    </>
  );
});

/** Differences have no offset. */
const spreadOf = ({ scale }: ColumnUnit): ColumnUnit => ({ offset: 0, scale });
