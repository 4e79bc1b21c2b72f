/** Seeded random numbers; the only source of chance in the house. */
export interface Random {
  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in 0..n-1. */
  integer(n: number): number;
  /** Everything the stream needs to go on, as plain numbers. */
  state(): readonly number[];
}
