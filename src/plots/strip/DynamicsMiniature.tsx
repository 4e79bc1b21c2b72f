import { useContext, useMemo } from 'react';
import { linePath } from '../chart/paths.ts';
import { type PixelPicture, StillContext } from '../host/still.ts';
import { unscaled } from '../pen/PixelPictures.tsx';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { colour } from '../style/palette.ts';
import { seriesStyle } from '../style/seriesStyle.ts';
import { useTheme } from '../style/theme.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';
import '../style/plots.css';
import '../chart/charts.css';
import './strip.css';

export interface DynamicsMiniatureProps {
  /** P. */
  readonly pixels: number;
  /** T x P, row by row, in [0, 1]. */
  readonly data: readonly number[];
  readonly prediction: readonly number[];
  /** First step without input. */
  readonly inputEnd: number;
  /** Some latents, each over the T steps. */
  readonly latents?: readonly (readonly number[])[];
  /** T: the discrete state at each step, drawn in place of the latents. */
  readonly states?: readonly number[];
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

const SIDE = 240;
const STRIP = { height: 62, gap: 8 };
const BELOW = 2 * (STRIP.height + STRIP.gap);
const CURVES = { top: BELOW + 6, height: 86 };
const RIBBON = { top: BELOW, height: SIDE - BELOW };
const NONE: readonly [] = [];

/** A small still picture of what was seen, what was predicted, and the state behind it. */
export function DynamicsMiniature(props: DynamicsMiniatureProps) {
  const theme = useTheme();
  const { pixels, data, prediction, latents = NONE, states = NONE } = props;
  const steps = data.length / pixels;
  const still = useContext(StillContext);
  const strips = useMemo(
    () =>
      [data, prediction].map((values, index) => ({
        left: 0,
        top: index * (STRIP.height + STRIP.gap),
        width: SIDE,
        height: STRIP.height,
        columns: steps,
        rows: pixels,
        pixels: shadeField(sampleColumns({ values, pixels }, steps, steps), {
          map: packedMap(fieldMap('intensity', theme)),
          low: 0,
          high: 1,
        }),
      })),
    [data, prediction, steps, pixels, theme],
  );
  const curves = useMemo(() => latents.map((values) => curve(values)), [latents]);
  const end = (SIDE * props.inputEnd) / steps;
  return (
    <svg
      className="plot dynamics-miniature"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={props.label}
    >
      {still === null ? <PixelImages pictures={strips} /> : still.pictures(strips)}
      {curves.map((d, index) => {
        const style = seriesStyle(index, theme);
        return (
          <path
            key={d}
            d={d}
            fill="none"
            stroke={style.colour}
            strokeDasharray={style.dashes}
            strokeWidth={1.75}
          />
        );
      })}
      {stretches(states).map(({ state, from, to }) => (
        <rect
          key={from}
          x={(SIDE * from) / steps}
          width={(SIDE * (to - from)) / steps}
          y={RIBBON.top}
          height={RIBBON.height}
          fill={colour(state, theme)}
        />
      ))}
      <line className="input-end-line" x1={end} x2={end} y1={0} y2={SIDE} />
    </svg>
  );
}

function PixelImages({ pictures }: { readonly pictures: readonly PixelPicture[] }) {
  const urls = useMemo(() => pictures.map((picture) => unscaled(picture).toDataURL()), [pictures]);
  return pictures.map(({ left, top, width, height }, index) => (
    <image
      key={top}
      href={urls[index]}
      x={left}
      y={top}
      width={width}
      height={height}
      preserveAspectRatio="none"
    />
  ));
}

/** Steps from `from` to before `to` that have one state. */
function stretches(states: readonly number[]) {
  const starts = states.flatMap((state, t) => (state === states[t - 1] ? [] : [t]));
  return starts.map((from, at) => ({
    ...{ state: states[from], from },
    to: starts[at + 1] ?? states.length,
  }));
}

function curve(values: readonly number[]): string {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const unit = CURVES.height / Math.max(high - low, 1e-9);
  return linePath(
    values.length,
    (step) => (SIDE * (step + 0.5)) / values.length,
    (step) => CURVES.top + (high - values[step]) * unit,
  );
}
