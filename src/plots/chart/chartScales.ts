import { scaleLinear } from 'd3';
import type { Size } from '../host/useElementSize.ts';
import type { AxisTick } from './Axes.tsx';
import type { Area } from './timeScale.ts';

interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The drawing area of a chart inside its margins, pixels. */
export const insideMargin = ({ width, height }: Size, margin: Margin): Area => ({
  left: margin.left,
  top: margin.top,
  width: Math.max(1, width - margin.left - margin.right),
  height: Math.max(1, height - margin.top - margin.bottom),
});

const PIXELS_PER_Y_TICK = 36;

/** Ticks of a vertical axis with true minus signs, about one every 36 pixels. */
export function verticalTicks(
  low: number,
  high: number,
  area: Area,
  y: (value: number) => number,
): AxisTick[] {
  const scale = scaleLinear([low, high], [0, 1]);
  const values = scale.ticks(Math.max(2, Math.round(area.height / PIXELS_PER_Y_TICK)));
  const text = scale.tickFormat(values.length);
  return values.map((value) => ({ at: y(value), text: text(value).replace('-', '−') }));
}

/** Powers of ten from `low` to `high`; all of them if they are few, every other and so on if not. */
export function powerTicks(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  return ticks;
}

/** "0.001", "1", "1000", and 10⁵ and so on where that is shorter. */
export function powerText(value: number): string {
  if (value === 0) return '0';
  const power = Math.round(Math.log10(value));
  if (Math.abs(power) <= 4) return String(Number(value.toPrecision(3)));
  return `10${[...String(power)].map((digit) => SUPERSCRIPTS[digit] ?? '').join('')}`;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/**
 * A logarithmic axis that has room for zero: positions in [0, 1]. Zero stands one decade left of
 * the smallest positive value, after a break.
 */
export function logPositions(values: readonly number[]): {
  readonly hasZero: boolean;
  position(value: number): number;
} {
  const positive = values.filter((value) => value > 0);
  const hasZero = values.some((value) => value <= 0);
  const low = Math.log10(Math.min(...positive, Infinity)) - (hasZero ? 1 : 0);
  const high = Math.log10(Math.max(...positive, 0));
  const span = high - low;
  return {
    hasZero,
    position(value) {
      if (!Number.isFinite(span) || span <= 0) return 0.5;
      return value <= 0 ? 0 : (Math.log10(value) - low) / span;
    },
  };
}
