/** The distribution of a node as it is now, in a picture of the size of the node, and in words. */
import type { Covariance2 } from '../layers/ellipse.ts';

export interface SmallGaussian {
  /** The cluster whose colour it has. */
  readonly id: number;
  /** From 0 to 1: how strongly it is drawn. */
  readonly weight: number;
}

export type LivePicture =
  /** Probabilities or weights, each in the colour of its cluster. */
  | { readonly kind: 'bars'; readonly values: ArrayLike<number> }
  /** Gaussians in the plane, as their contours at two deviations. */
  | {
      readonly kind: 'ellipses';
      readonly of: readonly (SmallGaussian & {
        readonly mean: readonly [number, number];
        readonly covariance: Covariance2;
      })[];
    }
  /** Gaussians on a line, as curves. */
  | {
      readonly kind: 'curves';
      readonly of: readonly (SmallGaussian & {
        readonly mean: number;
        readonly deviation: number;
      })[];
    }
  /** Points in the plane: x and y of each, and the cluster whose colour it has. */
  | {
      readonly kind: 'dots';
      readonly points: ArrayLike<number>;
      readonly groups: ArrayLike<number> | null;
      /** Drawn larger. */
      readonly marked: number | null;
    }
  /** A matrix or a vector: values row by row, in colours from blue to red around zero. */
  | { readonly kind: 'cells'; readonly values: ArrayLike<number>; readonly columns: number };

export interface LiveNode {
  readonly picture: LivePicture | null;
  /** One or two sentences with numbers. */
  readonly words: string;
}
