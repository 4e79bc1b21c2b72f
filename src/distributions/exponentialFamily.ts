import type { Status } from '../math/status.ts';

/**
 * The verbs every conjugate family speaks. A member of the family is a block of `length` natural
 * parameters inside a caller's array, starting at the index that follows it in the argument list;
 * its expected statistics E[t] have the same layout. Families with internal scratch space are made
 * once and reused; nothing is allocated per call but the report of a failure.
 */
export interface ExponentialFamily {
  /** Length of a block of natural parameters, and of one of expected statistics. */
  readonly length: number;
  /** Whether the block is a proper distribution; if not, what is wrong and by how much. */
  validate(natural: Float64Array, at: number): Status;
  /** E[t] into `out`, the gradient of `logNormaliser`; `out` is untouched when the status is bad. */
  expectedStatistics(natural: Float64Array, at: number, out: Float64Array, outAt: number): Status;
  /** log Z(eta), NaN for an improper block. */
  logNormaliser(natural: Float64Array, at: number): number;
  /** KL(natural || other) in nats, >= 0 up to rounding; NaN for an improper block. */
  kl(natural: Float64Array, at: number, other: Float64Array, otherAt: number): number;
}
