/** Seeds the dice gives: short enough to say aloud. */
const MOST = 9999;

/** A fresh seed; the one place where the page itself is not repeatable. */
export function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] % (MOST + 1);
}
