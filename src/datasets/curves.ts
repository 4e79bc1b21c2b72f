import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset } from './generated.ts';

export type CurveShape = 'bent' | 'zigzag' | 'wave' | 'crossing';

export interface CurveSettings {
  readonly shape: CurveShape;
  readonly pointsPerPiece: number;
  /** Standard deviation of y around the curve, in model units. */
  readonly noise: number;
}

/** x runs from -REACH to REACH. */
const REACH = 12;

interface Piece {
  readonly from: number;
  readonly to: number;
  y(x: number): number;
}

const line = (from: number, to: number, slope: number, offset: number): Piece => ({
  from: from * REACH,
  to: to * REACH,
  y: (x) => slope * x + offset * REACH,
});

const PIECES: Readonly<Record<CurveShape, readonly Piece[]>> = {
  bent: [line(-1, 0, -0.9, -0.4), line(0, 1, 0.9, -0.4)],
  zigzag: [line(-1, -1 / 3, 2, 4 / 3), line(-1 / 3, 1 / 3, -2, 0), line(1 / 3, 1, 2, -4 / 3)],
  wave: [0, 1, 2, 3].map((quarter) => ({
    from: (quarter / 2 - 1) * REACH,
    to: (quarter / 2 - 0.5) * REACH,
    y: (x) => 0.7 * REACH * Math.sin((Math.PI * x) / REACH),
  })),
  crossing: [line(-1, 1, 0.8, 0), line(-1, 1, -0.8, 0)],
};

/**
 * Pairs (x, y) along a curve that no single line follows: y is to be predicted from x. Of the
 * crossing lines y has two likely values at every x. One class per piece, x uniform on each.
 */
export function curve({ shape, pointsPerPiece, noise }: CurveSettings, random: Random): Points {
  const pieces = PIECES[shape];
  const dataset = generatedDataset('Curve', pieces.length, pointsPerPiece, (index) => {
    const { from, to, y } = pieces[index];
    const x = from + (to - from) * random.uniform();
    return [x, y(x) + noise * random.normal()];
  });
  return { ...dataset, columns: ['x', 'y'] };
}
