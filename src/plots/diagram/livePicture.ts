/** The distribution of a node as it is now, in a picture of the size of the node, and in words. */
import type { Covariance2 } from '../layers/ellipse.ts';
import type { Theme } from '../style/theme.ts';

interface Coloured {
  /** Apart from the others; also the cluster whose colour it has, negative: grey. */
  readonly id: number;
  /** Its colour, where that is no cluster's. */
  readonly ink?: (theme: Theme) => string;
  /** From 0 to 1: how strongly it is drawn. */
  readonly weight: number;
}

export type LivePicture =
  /** Probabilities or weights, each in the colour of its cluster. */
  | {
      readonly kind: 'bars';
      readonly values: ArrayLike<number>;
      /** The value as high as the picture; absent: the largest. */
      readonly most?: number;
      /** The clusters whose colours they have; absent: 0, 1, …; negative: grey. */
      readonly ids?: readonly number[];
      /** The colour of all, where that is no cluster's. */
      readonly ink?: (theme: Theme) => string;
    }
  /** Gaussians in the plane, as their contours at two deviations. */
  | {
      readonly kind: 'ellipses';
      readonly of: readonly (Coloured & {
        readonly mean: readonly [number, number];
        readonly covariance: Covariance2;
      })[];
    }
  /** Functions of one number: densities, predictions. */
  | {
      readonly kind: 'lines';
      readonly of: readonly (Coloured & {
        /** x and y of each place along it. */
        readonly places: ArrayLike<number>;
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
  /** A matrix, a vector or a picture: values row by row. */
  | {
      readonly kind: 'cells';
      readonly values: ArrayLike<number>;
      readonly columns: number;
      /** In colours from blue to red around zero, or as bright as they are large. */
      readonly map: 'signed' | 'intensity';
    };

export interface LiveNode {
  readonly picture: LivePicture | null;
  /** It is observed at other times only. */
  readonly isUnobserved?: true;
  /** One or two sentences with numbers. */
  readonly words: string;
}
