/** What the page shows of a posterior in the plane. Figures in nats. */
import type { AscentCourse } from './course.ts';

export interface PlaneSnapshot {
  readonly kind: 'mean-field';
  readonly part: 'plane';
  /** Of q, by coordinate. */
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  readonly elbo: number;
  readonly logEvidence: number;
  /** The coordinate whose factor is updated next. */
  readonly next: number;
  readonly course: AscentCourse;
}
