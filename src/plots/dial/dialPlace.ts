import type { Frame } from '../plane/frame.ts';
import type { Complex } from './eigenvalues.ts';

/** Where an eigenvalue is drawn, pixels. */
export interface DialPlace {
  readonly x: number;
  readonly y: number;
  /** Whether it lies further out in this direction than the dial shows. */
  readonly isBeyond: boolean;
  /** Direction from the middle of the view, of unit length; to the right in the middle itself. */
  readonly outwards: readonly [number, number];
}

/** From the edge of the dial to what waits there: room for its mark and an arrow. */
const INSET = 14;

/** What lies beyond the view waits at its edge, in the direction in which it lies. */
export function placeOnDial(
  frame: Frame<Complex>,
  [x, y]: readonly [real: number, imaginary: number],
): DialPlace {
  const { area } = frame;
  const [centreX, centreY] = [area.left + area.width / 2, area.top + area.height / 2];
  const [dx, dy] = [frame.screenX(x) - centreX, frame.screenY(y) - centreY];
  const share = Math.min(
    1,
    Math.max(1, area.width / 2 - INSET) / Math.max(1, Math.abs(dx)),
    Math.max(1, area.height / 2 - INSET) / Math.max(1, Math.abs(dy)),
  );
  const length = Math.hypot(dx, dy);
  return {
    x: centreX + share * dx,
    y: centreY + share * dy,
    isBeyond: share < 1,
    outwards: length > 0 ? [dx / length, dy / length] : [1, 0],
  };
}

/** An arrow head just outside a mark that waits at the edge. */
export function arrowBeyond({ outwards: [ux, uy] }: DialPlace): string {
  const point = (along: number, across: number) =>
    `${ux * along - uy * across},${uy * along + ux * across}`;
  return `M${point(8, -4)}L${point(13, 0)}L${point(8, 4)}`;
}

/** From a mark to its number, pixels. */
const NUMBER_AWAY = 15;
/** From a number to marks and numbers that are not its own, pixels. */
const NUMBER_APART = 12;

type Offset = readonly [x: number, y: number];

/**
 * Where the number of each pair stands, from its mark: towards the centre, or where else there is
 * room. Null where there is none.
 *
 * @param pairs members above the real axis
 * @param others all other marks
 */
export function numberOffsets(
  pairs: readonly DialPlace[],
  others: readonly DialPlace[],
): readonly (Offset | null)[] {
  const taken: Offset[] = [...pairs, ...others].map(({ x, y }) => [x, y]);
  return pairs.map((pair) => {
    const [ux, uy] = pair.outwards;
    const tried: readonly Offset[] = [
      [-ux, -uy],
      [0, -1],
      [ux, uy],
      [-2 * ux, -2 * uy],
    ];
    const room = tried
      .map(([x, y]): Offset => [x * NUMBER_AWAY, y * NUMBER_AWAY])
      .find(([dx, dy]) =>
        taken.every(([x, y]) => Math.hypot(pair.x + dx - x, pair.y + dy - y) >= NUMBER_APART),
      );
    if (room === undefined) return null;
    taken.push([pair.x + room[0], pair.y + room[1]]);
    return room;
  });
}
