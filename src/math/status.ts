export interface FailedStatus {
  readonly ok: false;
  /** What broke, in words of the field: "posterior precision of a latent". */
  readonly what: string;
  /** The offending number, as found. */
  readonly value: number;
  /** Row of the batch, cluster, or time step, where there is one. */
  readonly index?: number;
}

/** Numerical trouble is a value with a place, not an exception from deep inside. */
export type Status = { readonly ok: true } | FailedStatus;

export const OK: Status = { ok: true };
