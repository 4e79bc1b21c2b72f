import type { SymbolType } from 'd3';
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3';

/** Seven marks; colours have another period, so that equal colours never share a mark nearby. */
export const SYMBOLS: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
];

/** The mark of a cluster, stable by its id; a circle for a point of no known class. */
export const symbolOf = (cluster: number): number => Math.max(cluster, 0) % SYMBOLS.length;

/** Area in square pixels of a mark that looks as large as a circle of this radius. */
export const symbolArea = (radius: number): number => Math.PI * radius * radius;

/** SVG path of a mark around the origin. */
export const symbolPath = (cluster: number, radius: number): string =>
  symbol(SYMBOLS[symbolOf(cluster)], symbolArea(radius))() ?? '';
