import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import type { EllipseAxes } from './ellipse.ts';

/** What a key does to a focused cluster. */
export type ClusterKeyAction =
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'scale'; readonly factor: number }
  | { readonly kind: 'turn'; readonly angle: number }
  | { readonly kind: 'go'; readonly to: 'previous' | 'next' | 'first' | 'last' }
  | { readonly kind: 'remove' | 'select' | 'deselect' };

/** For aria-keyshortcuts, where clusters can only be moved. */
export const MOVE_KEY_SHORTCUTS =
  'ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown PageUp PageDown Home End Enter Escape';

/** For aria-keyshortcuts. */
export const CLUSTER_KEY_SHORTCUTS = `${MOVE_KEY_SHORTCUTS} [ ] , . Delete`;

const SCALE = 1.08;
const TURN = Math.PI / 36;
const LARGE = 5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const WAYS = {
  PageUp: 'previous',
  PageDown: 'next',
  Home: 'first',
  End: 'last',
} as const satisfies Readonly<Record<string, string>>;

/** The action of a key, moves in steps; null if the key is not for clusters. */
export function clusterKeyAction(key: string, shift: boolean): ClusterKeyAction | null {
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const steps = shift ? LARGE : 1;
    return { kind: 'move', dx: arrow[0] * steps, dy: arrow[1] * steps };
  }
  if (isWay(key)) return { kind: 'go', to: WAYS[key] };
  switch (key) {
    case ']':
    case '+':
    case '=':
      return { kind: 'scale', factor: SCALE };
    case '[':
    case '-':
      return { kind: 'scale', factor: 1 / SCALE };
    case ',':
      return { kind: 'turn', angle: TURN };
    case '.':
      return { kind: 'turn', angle: -TURN };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'Enter':
    case ' ':
      return { kind: 'select' };
    case 'Escape':
      return { kind: 'deselect' };
    default:
      return null;
  }
}

const isWay = (key: string): key is keyof typeof WAYS => Object.hasOwn(WAYS, key);

/** Where a way leads from a place in a list of `count`; the ends are ends. */
export function placeAfter(
  way: (typeof WAYS)[keyof typeof WAYS],
  place: number,
  count: number,
): number {
  switch (way) {
    case 'previous':
      return Math.max(0, place - 1);
    case 'next':
      return Math.min(count - 1, place + 1);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
  }
}

export const moved = (mean: Latent, dx: number, dy: number): Latent =>
  latent(mean[0] + dx, mean[1] + dy);

export const scaled = (axes: EllipseAxes, factor: number): EllipseAxes => ({
  ...axes,
  first: axes.first * factor,
  second: axes.second * factor,
});

export const turned = (axes: EllipseAxes, angle: number): EllipseAxes => ({
  ...axes,
  angle: axes.angle + angle,
});
