import { ticks } from 'd3';
import type { Size } from '../host/useElementSize.ts';

/** The steps a chart shows: from `from` to just before `to`. */
export interface TimeDomain {
  readonly from: number;
  readonly to: number;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Around everything drawn over time; the same everywhere, so that charts one above the other share
 * an axis. On the right there is room for names of series.
 */
export const TIME_MARGIN = { left: 44, right: 60, top: 22, bottom: 34 } as const;
/** On the right of a chart that stands alone and names its series elsewhere. */
export const NO_NAMES = 10;
/** Below a chart whose steps are written under another one. */
const WITHOUT_AXIS = 6;
const PIXELS_PER_TICK = 80;

/** Where steps lie on the screen: step t fills the space from x(t) to x(t + 1). */
export interface TimeFrame extends Size {
  readonly area: Area;
  readonly domain: TimeDomain;
  /** Whole steps to be named on the axis. */
  readonly ticks: readonly number[];
  /** Left border of a step, pixels. */
  x(step: number): number;
  /** Middle of a step, pixels. */
  middle(step: number): number;
  /** The step at a position; the first or last one outside the chart. */
  stepAt(x: number): number;
  /** The border between steps nearest to a position, from `from` to `to`. */
  borderAt(x: number): number;
}

export function createTimeFrame(
  size: Size,
  domain: TimeDomain,
  withAxis = true,
  right: number = TIME_MARGIN.right,
): TimeFrame {
  const bottom = withAxis ? TIME_MARGIN.bottom : WITHOUT_AXIS;
  const area: Area = {
    left: TIME_MARGIN.left,
    top: TIME_MARGIN.top,
    width: Math.max(1, size.width - TIME_MARGIN.left - right),
    height: Math.max(1, size.height - TIME_MARGIN.top - bottom),
  };
  const { from } = domain;
  const to = Math.max(from + 1, domain.to);
  const unit = area.width / (to - from);
  const x = (step: number): number => area.left + (step - from) * unit;
  const stepsAt = (at: number): number => from + (at - area.left) / unit;
  return {
    ...size,
    area,
    domain: { from, to },
    ticks: wholeTicks(from, to - 1, Math.max(2, Math.round(area.width / PIXELS_PER_TICK))),
    x,
    middle: (step) => x(step + 0.5),
    stepAt: (at) => Math.min(to - 1, Math.max(from, Math.floor(stepsAt(at)))),
    borderAt: (at) => Math.min(to, Math.max(from, Math.round(stepsAt(at)))),
  };
}

/** About `count` round whole numbers from `first` to `last`. */
export function wholeTicks(first: number, last: number, count: number): number[] {
  return ticks(first, last, count).filter(Number.isInteger);
}

const ROUND_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Numbers of the pixels to name: the first, and then as many round ones as there is room for. */
export function pixelTicks(pixels: number, height: number, gap = 15): number[] {
  const fits = Math.max(1, height / gap);
  const step = ROUND_STEPS.find((candidate) => pixels / candidate <= fits) ?? pixels;
  if (step === 1) return Array.from({ length: pixels }, (_, index) => index + 1);
  const round = Array.from({ length: Math.floor(pixels / step) }, (_, index) => step * (index + 1));
  return [1, ...round.filter((tick) => tick - 1 > step / 2)];
}
