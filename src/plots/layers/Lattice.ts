import type { Pen } from '../pen/pen.ts';
import { type AnyFrame, painted } from '../plane/layer.ts';
import { type LineStyle, lines } from '../style/marks.ts';

export interface LatticeProps {
  /** Lines in each direction. */
  readonly lines: number;
  /** lines x lines x 2, row-major by row, column. */
  readonly points: ArrayLike<number>;
  readonly style?: LineStyle | undefined;
}

/** A lattice of lines; rows and columns have their own colours, so that one can follow a line through a map. */
export const Lattice = painted<LatticeProps>((pen, frame, { ink }, { lines: n, points, style }) => {
  const stroke = style ?? lines.latentGrid;
  trace(pen, frame, n, points, n, 1);
  pen.stroke({ ...stroke, colour: ink.gridRow });
  trace(pen, frame, n, points, 1, n);
  pen.stroke({ ...stroke, colour: ink.gridColumn });
});

function trace(
  pen: Pen,
  frame: AnyFrame,
  count: number,
  points: ArrayLike<number>,
  lineStride: number,
  stepStride: number,
): void {
  pen.begin();
  for (let line = 0; line < count; line++) {
    for (let step = 0; step < count; step++) {
      const at = 2 * (line * lineStride + step * stepStride);
      const x = frame.screenX(points[at]);
      const y = frame.screenY(points[at + 1]);
      if (step === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }
}

/** The same lattice where it is straight: the values both coordinates take. */
export function straightLattice(coordinates: readonly number[]): LatticeProps {
  const count = coordinates.length;
  const points = new Float32Array(2 * count * count);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      points[2 * (row * count + column)] = coordinates[column];
      points[2 * (row * count + column) + 1] = coordinates[row];
    }
  }
  return { lines: count, points };
}
