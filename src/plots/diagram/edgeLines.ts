/** The lines of edges, from rim to rim, with their arrowheads. */
import type { Place, Round } from './boxes.ts';

const HEAD = { length: 9, half: 4.5 } as const;
const STUB = 20;

/** A line to be drawn: commands of a path with their places, the arrowhead, and places along it. */
export interface Line {
  readonly path: readonly (readonly ['M' | 'L' | 'Q', ...Place[]])[];
  readonly tip: readonly Place[];
  readonly along: readonly Place[];
}

/** From the rim of one node to the rim of another, past the corners. */
export function lineBetween(corners: readonly Place[], from: Round, to: Round): Line {
  const start = towards(from, corners[1], from.radius);
  const beforeLast = corners[corners.length - 2];
  const end = towards(to, beforeLast, to.radius + 1);
  const neck = towards(to, beforeLast, to.radius + HEAD.length);
  const tip = headAt(end, beforeLast);
  if (corners.length < 5)
    return {
      path: [
        ['M', start],
        ['L', neck],
      ],
      tip,
      along: between(start, end),
    };
  const [, first, by, last] = corners;
  return {
    path: [
      ['M', start],
      ['Q', first, by],
      ['Q', last, neck],
    ],
    tip,
    along: [...between(start, first), ...between(first, last), ...between(last, end)],
  };
}

/** A chain that began before, or goes on after, what is shown. */
export function stubOf(from: Round | undefined, to: Round | undefined): Line {
  if (from) {
    const start = { x: from.x + from.radius, y: from.y };
    const end = { x: start.x + STUB, y: start.y };
    return {
      path: [
        ['M', start],
        ['L', end],
      ],
      tip: [],
      along: between(start, end),
    };
  }
  if (!to) return { path: [], tip: [], along: [] };
  const end = { x: to.x - to.radius - 1, y: to.y };
  const start = { x: end.x - STUB, y: end.y };
  const neck = { x: end.x - HEAD.length + 1, y: end.y };
  return {
    path: [
      ['M', start],
      ['L', neck],
    ],
    tip: headAt(end, start),
    along: between(start, end),
  };
}

function towards(from: Place, to: Place, by: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + (by * (to.x - from.x)) / length,
    y: from.y + (by * (to.y - from.y)) / length,
  };
}

/** The arrowhead whose point is at `end`, coming from there. */
function headAt(end: Place, from: Place): readonly Place[] {
  const neck = towards(end, from, HEAD.length);
  const [dx, dy] = [(end.x - neck.x) / HEAD.length, (end.y - neck.y) / HEAD.length];
  return [
    end,
    { x: neck.x - HEAD.half * dy, y: neck.y + HEAD.half * dx },
    { x: neck.x + HEAD.half * dy, y: neck.y - HEAD.half * dx },
  ];
}

const BETWEEN = 16;

const between = (a: Place, b: Place): readonly Place[] =>
  Array.from({ length: BETWEEN + 1 }, (_, index) => ({
    x: a.x + ((b.x - a.x) * index) / BETWEEN,
    y: a.y + ((b.y - a.y) * index) / BETWEEN,
  }));
