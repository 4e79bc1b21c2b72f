/** The climb of coordinate ascent, update by update: what both parts of the lab draw and keep. */

/** By columns, oldest first. Figures in nats. */
export interface AscentCourse {
  /** Updates of single factors up to the row; a start stands where the update before it stands. */
  readonly update: readonly number[];
  /** The factor that was updated, counted from 0; null of a start, which no update led to. */
  readonly factor: readonly (number | null)[];
  /** Null where it is minus infinity: q gives mass to what cannot be. */
  readonly elbo: readonly (number | null)[];
  /** log p(x) of the target at that time; null where it is not known. */
  readonly logEvidence: readonly (number | null)[];
}
