/**
 * What the page shows of a posterior in the plane, and what it can ask. Coordinate 0 is x, 1 is y.
 * G cells along each side. Figures in nats.
 */

import type { ShownChain } from '../../inference/variational/plane/gibbsChain.ts';
import type {
  NormalGammaTable,
  Place,
  PlaneMoments,
} from '../../inference/variational/plane/posterior.ts';
import type { AscentCourse } from './course.ts';
import type { PlaneTargetName } from './targets.ts';

export type { NormalGammaTable, Place, PlaneMoments, ShownChain };

/** The posterior on the cells of a box. */
export interface ShownTarget {
  readonly name: PlaneTargetName;
  /** The same as long as the posterior is. */
  readonly key: string;
  readonly names: readonly [string, string];
  readonly box: readonly [Place, Place];
  readonly cells: number;
  /** G x G by row (y) and column (x): density. */
  readonly density: Float32Array;
  /** G each: density of the exact marginals. */
  readonly marginals: readonly [Float32Array, Float32Array];
  readonly moments: PlaneMoments;
}

export interface PlaneSnapshot {
  readonly kind: 'mean-field';
  readonly part: 'plane';
  readonly target: ShownTarget;
  /** G each: density of the factors of q. */
  readonly factors: readonly [Float32Array, Float32Array];
  readonly moments: PlaneMoments;
  readonly elbo: number;
  readonly logEvidence: number;
  /** The coordinate whose factor is updated next. */
  readonly next: 0 | 1;
  /** Updates would change nothing. */
  readonly converged: boolean;
  /** q is where it was placed by hand. */
  readonly placed: boolean;
  readonly course: AscentCourse;
  /** Means of q since its last start, oldest first. */
  readonly path: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Distance of the mean of q(y) from where it goes, as a fraction of the first, sweep by sweep. */
  readonly errors: readonly number[];
  /** What a sweep leaves of it by a formula; null where there is none. */
  readonly contraction: number | null;
  /** Null while Gibbs is switched off. */
  readonly chain: ShownChain | null;
  /** Of the normal; null of other targets. */
  readonly observations: readonly number[] | null;
  readonly messages: NormalGammaTable | null;
  /** Of a drawn target: its points; null of others. */
  readonly drawn: readonly Place[] | null;
}

/** The next update, in slow motion. */
export interface PlaneQuery {
  readonly kind: 'update';
}

export interface UpdateInspection {
  readonly kind: 'update';
  readonly coordinate: 0 | 1;
  /** G: density of the factor before and after. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** G: E[log p(x, y)] over the other factor, before it is normalised. */
  readonly expectedLog: Float32Array;
  readonly momentsBefore: PlaneMoments;
  readonly momentsAfter: PlaneMoments;
  readonly elboBefore: number;
  readonly elboAfter: number;
  readonly logEvidence: number;
}
