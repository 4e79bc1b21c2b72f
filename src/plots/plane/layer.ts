import type { FunctionComponent, ReactElement, ReactNode } from 'react';
import { Children, Fragment, isValidElement } from 'react';
import type { Pen } from '../pen/pen.ts';
import type { PlotStyle } from '../style/style.ts';
import type { PlanePoint } from './coordinates.ts';
import type { Frame } from './frame.ts';

export type AnyFrame = Frame<PlanePoint<string>>;

type Paint<Props> = (pen: Pen, frame: AnyFrame, style: PlotStyle, props: Props) => void;

/** A layer of marks: it paints on the canvas of its plane, and is no element of the page. */
export interface PaintedLayer<Props> {
  (props: Props): null;
  readonly paint: Paint<Props>;
  readonly marks: (props: Props) => number;
}

/** @param marks how many marks it paints: exports keep them as vectors only up to a limit */
export const painted = <Props>(
  paint: Paint<Props>,
  marks: (props: Props) => number = () => 0,
): PaintedLayer<Props> => Object.assign(() => null, { paint, marks });

/** A layer that lies below the marks, over the grid of the axes. */
export const below = <Props>(component: FunctionComponent<Props>) =>
  Object.assign(component, { isBelow: true });

export type PaintedElement = ReactElement<object, PaintedLayer<object>>;

export interface SortedLayers {
  readonly below: readonly ReactNode[];
  readonly painted: readonly PaintedElement[];
  /** SVG over the marks. */
  readonly above: readonly ReactNode[];
}

/** The layers of a plane by where they go; fragments are taken apart, since only direct children can paint. */
export function sortLayers(children: ReactNode): SortedLayers {
  const sorted = {
    below: [] as ReactNode[],
    painted: [] as PaintedElement[],
    above: [] as ReactNode[],
  };
  const add = (nodes: ReactNode): void => {
    for (const node of Children.toArray(nodes)) {
      if (!isValidElement<{ children?: ReactNode }>(node)) continue;
      const { type } = node;
      if (type === Fragment) add(node.props.children);
      else if (typeof type === 'function' && 'paint' in type)
        sorted.painted.push(node as PaintedElement);
      else if (typeof type === 'function' && 'isBelow' in type) sorted.below.push(node);
      else sorted.above.push(node);
    }
  };
  add(children);
  return sorted;
}

/** Whether two lists of layers paint the same: data by identity, also within plain objects. */
export const paintSame = (a: readonly PaintedElement[], b: readonly PaintedElement[]): boolean =>
  a.length === b.length &&
  a.every(({ type, props }, i) => type === b[i].type && isSame(props, b[i].props, 2));

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || !isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key], depth - 1))
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
