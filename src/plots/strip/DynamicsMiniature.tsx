import { line } from 'd3';
import { useMemo } from 'react';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { seriesLook } from '../style/seriesLook.ts';
import type { Theme } from '../style/theme.ts';
import { useTheme } from '../style/theme.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';
import '../style/plots.css';
import '../chart/dynamics.css';

export interface DynamicsMiniatureProps {
  /** P. */
  readonly pixels: number;
  /** T x P, row by row, in [0, 1]. */
  readonly data: readonly number[];
  readonly prediction: readonly number[];
  /** First step without input. */
  readonly inputEnd: number;
  /** Some latents, each over the T steps. */
  readonly latents: readonly (readonly number[])[];
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

const SIDE = 240;
const STRIP = { height: 62, gap: 8 };
const CURVES = { top: 2 * (STRIP.height + STRIP.gap) + 6, height: 86 };

/** A small still picture of what was seen, what was foretold, and the state behind it. */
export function DynamicsMiniature(props: DynamicsMiniatureProps) {
  const theme = useTheme();
  const { pixels, data, prediction, latents } = props;
  const steps = data.length / pixels;
  const strips = useMemo(
    () => [data, prediction].map((values) => fieldUrl(values, pixels, theme)),
    [data, prediction, pixels, theme],
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
      {strips.map((url, index) => (
        <image
          key={url}
          href={url}
          y={index * (STRIP.height + STRIP.gap)}
          width={SIDE}
          height={STRIP.height}
          preserveAspectRatio="none"
        />
      ))}
      {curves.map((d, index) => {
        const { colour, dashes } = seriesLook(index, theme);
        return (
          <path
            key={d}
            d={d}
            fill="none"
            stroke={colour}
            strokeDasharray={dashes}
            strokeWidth={1.75}
          />
        );
      })}
      <line className="input-end-line" x1={end} x2={end} y1={0} y2={SIDE} />
    </svg>
  );
}

/** A field as a picture with one pixel per value, for the display to enlarge. */
function fieldUrl(values: readonly number[], pixels: number, theme: Theme): string {
  const steps = values.length / pixels;
  const canvas = document.createElement('canvas');
  canvas.width = steps;
  canvas.height = pixels;
  const image = new ImageData(steps, pixels);
  const sampled = sampleColumns({ values, pixels, start: 0 }, { from: 0, to: steps }, steps);
  const map = packedMap(fieldMap('intensity', theme));
  shadeField(image.data, sampled, { map, low: 0, high: 1 }, null);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

function curve(values: readonly number[]): string {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const unit = CURVES.height / Math.max(high - low, 1e-9);
  const path = line<number>(
    (_, step) => (SIDE * (step + 0.5)) / values.length,
    (value) => CURVES.top + (high - value) * unit,
  ).digits(1);
  return path(values) ?? '';
}
