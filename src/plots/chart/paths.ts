/** SVG paths of lines and bands through values, rounded to tenths of a pixel. */
import { area, line, range } from 'd3';

/** A line through `count` places; those that are not finite interrupt it. */
export const linePath = (
  count: number,
  x: (index: number) => number,
  y: (index: number) => number,
): string =>
  line<number>(x, y)
    .defined((index) => Number.isFinite(y(index)))
    .digits(1)(range(count)) ?? '';

/** What lies between two lines; places where either is not finite interrupt it. */
export const bandPath = (
  count: number,
  x: (index: number) => number,
  low: (index: number) => number,
  high: (index: number) => number,
): string =>
  area<number>(x, low, high)
    .defined((index) => Number.isFinite(low(index)) && Number.isFinite(high(index)))
    .digits(1)(range(count)) ?? '';
