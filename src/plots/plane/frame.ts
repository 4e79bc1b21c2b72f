import { type ColumnUnit, MODEL_UNIT } from '../../datasets/columnUnits.ts';
import type { MarkedAxis } from '../host/AxisMarks.tsx';
import { type OwnTicks, ownTicks } from '../host/ownTicks.ts';
import { type Area, insideMargin, type Margin } from '../host/PlotHost.tsx';
import type { PlanePoint, Screen } from './coordinates.ts';
import { screen } from './coordinates.ts';
import type { SquareDomain } from './domain.ts';

/** Space for axes around the drawing area, CSS pixels. */
export const MARGIN = { left: 38, right: 10, top: 22, bottom: 34 } as const;

/** The same where several plots share little room: the axes' names stand inside. */
export const SMALL_MARGIN = { left: 36, right: 8, top: 8, bottom: 20 } as const;

/** The same where nothing at all is written along y. */
export const BARE_MARGIN = { ...SMALL_MARGIN, left: 4, right: 4 } as const;

/** Along x, pixels on average; d3 may take two thirds of it, and numbers on a projector are 40 wide. */
const PER_NUMBER = 64;

/** How the numbers of a plane are read along x and along y. */
export type AxisUnits = readonly [x: ColumnUnit, y: ColumnUnit];

const MODEL_UNITS: AxisUnits = [MODEL_UNIT, MODEL_UNIT];

/** Where a plane lies on the screen. One unit has the same length along x and y. */
export interface Frame<P extends PlanePoint<string>> {
  readonly width: number;
  readonly height: number;
  /** The drawing area inside the margins. */
  readonly area: Area;
  /** Pixels per unit of the plane. */
  readonly unit: number;
  readonly ticksX: OwnTicks;
  readonly ticksY: OwnTicks;
  /** How numbers along x and y are read. */
  readonly units: AxisUnits;
  screenX(x: number): number;
  screenY(y: number): number;
  toScreen(point: P): Screen;
  fromScreen(point: Screen): P;
}

/**
 * The frame that shows at least the square `domain`; on an area that is not square
 * the longer side shows more, so circles stay circles.
 */
export function createFrame<P extends PlanePoint<string>>(
  width: number,
  height: number,
  domain: SquareDomain,
  margin: Margin = MARGIN,
  units: AxisUnits = MODEL_UNITS,
): Frame<P> {
  const area = insideMargin({ width, height }, margin);
  const unit = Math.min(area.width, area.height) / (2 * domain.half);
  const middleX = area.left + area.width / 2;
  const middleY = area.top + area.height / 2;
  const screenX = (x: number): number => middleX + (x - domain.x) * unit;
  const screenY = (y: number): number => middleY - (y - domain.y) * unit;
  const reachX = area.width / 2 / unit;
  const reachY = area.height / 2 / unit;
  // One tick distance for both axes, where they share a unit: the grid's cells are squares.
  const perAxis = Math.max(3, Math.min(area.width, area.height) / 70);
  const square = Math.round((perAxis * reachX) / Math.min(reachX, reachY));
  // In a flat plane cells as high as its ticks would be narrower than their numbers.
  const count = Math.min(square, Math.max(3, area.width / PER_NUMBER));
  const [unitX, unitY] = units;
  const ticksX = ownTicks(domain.x - reachX, domain.x + reachX, unitX, count);
  const step = ticksX.step ?? domain.half;
  const countY = Math.max(1, Math.round((2 * reachY) / step));
  const ticksY = ownTicks(domain.y - reachY, domain.y + reachY, unitY, countY);
  return {
    width,
    height,
    area,
    unit,
    ticksX,
    ticksY,
    units,
    screenX,
    screenY,
    toScreen: (point) => screen(screenX(point[0]), screenY(point[1])),
    fromScreen: (point) =>
      [
        domain.x + (point[0] - middleX) / unit,
        domain.y - (point[1] - middleY) / unit,
      ] as unknown as P,
  };
}

/** Where a point is drawn; one that lies outside the plot waits at its border, still within reach. */
export function insideArea<P extends PlanePoint<string>>(
  { area: { left, top, width, height }, screenX, screenY }: Frame<P>,
  point: P,
): Screen {
  return screen(
    Math.min(left + width, Math.max(left, screenX(point[0]))),
    Math.min(top + height, Math.max(top, screenY(point[1]))),
  );
}

/** Close enough to be seen; false for positions that are not finite. */
export const isNear = (
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): boolean => x > -20 && y > -20 && x < width + 20 && y < height + 20;

/** What is written along both sides; places along y have no ticks where they mean nothing. */
export function axesOf(
  frame: Frame<PlanePoint<string>>,
  xLabel: string,
  yLabel: string,
  hasY: boolean,
): { readonly x: MarkedAxis; readonly y: MarkedAxis } {
  const { area, ticksX, ticksY, screenX, screenY } = frame;
  const marked = (
    label: string,
    { ticks, note }: OwnTicks,
    place: (at: number) => number,
    [from, to]: readonly [number, number],
  ): MarkedAxis => ({
    name: note === '' ? label : `${label} (${note})`,
    ticks: ticks
      .map(({ at, text, isZero }) => ({
        at: place(at),
        text,
        line: isZero ? ('zero' as const) : ('grid' as const),
      }))
      .filter(({ at }) => at >= from - 0.5 && at <= to + 0.5),
  });
  return {
    x: marked(xLabel, ticksX, screenX, [area.left, area.left + area.width]),
    y: marked(yLabel, hasY ? ticksY : NO_TICKS, screenY, [area.top, area.top + area.height]),
  };
}

const NO_TICKS: OwnTicks = { ticks: [], step: null, note: '' };
