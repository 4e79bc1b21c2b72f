/** Long work in pieces: each `next` does one, and the last returns the result. Between two the caller is free. */
export type Pieces<Result> = Generator<undefined, Result, undefined>;

/** Does all that is left at once. */
export function inOnePiece<Result>(pieces: Pieces<Result>): Result {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}
