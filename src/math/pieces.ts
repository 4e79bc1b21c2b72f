/**
 * Long work a piece at a time: each `next` does one, so that whoever runs it can do something else between
 * two. The last gives the result.
 */
export type Pieces<Result> = Generator<undefined, Result, undefined>;

/** Does all that is left at once. */
export function inOnePiece<Result>(pieces: Pieces<Result>): Result {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}
