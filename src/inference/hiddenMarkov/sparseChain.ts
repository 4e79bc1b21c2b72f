/**
 * Forward-backward in a chain of many states, each of which few follow, by products along its edges.
 * Messages are kept for a block of rows at a time, and those before are sent again.
 */

/** A step that can be taken. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

export interface SparseChain {
  /** Number of states; all are equally probable at first. */
  readonly states: number;
  readonly edges: readonly Edge[];
  /** T */
  readonly rows: number;
  /** p(row | state) up to a factor, one number for each state, until the next call. */
  readonly likelihoods: (row: number) => ArrayLike<number>;
}

/** Rows whose messages are kept at a time. */
const BLOCK = 100;

/**
 * Visits each row, the last one first.
 *
 * @param visit `past` times `future` is p(state | all rows), up to a factor; both hold until it returns
 */
export function eachPosterior(
  { states, edges, rows, likelihoods }: SparseChain,
  visit: (row: number, past: Float64Array, future: Float64Array) => void,
): void {
  /** p(state of row t | rows up to it) from that of the row before. */
  const forward = (t: number, before: Float64Array | null): Float64Array => {
    const after = new Float64Array(states).fill(before ? 0 : 1);
    if (before)
      for (const { from, to, probability } of edges) after[to] += probability * before[from];
    const seen = likelihoods(t);
    for (let state = 0; state < states; state++) after[state] *= seen[state];
    return scaled(after);
  };

  const starts: Float64Array[] = [];
  let message: Float64Array | null = null;
  for (let t = 0; t < rows; t++) {
    message = forward(t, message);
    if (t % BLOCK === 0) starts.push(message);
  }
  let future: Float64Array = new Float64Array(states).fill(1);
  for (let block = starts.length - 1; block >= 0; block--) {
    const first = block * BLOCK;
    const messages = [starts[block]];
    for (let t = first + 1; t < Math.min(rows, first + BLOCK); t++)
      messages.push(forward(t, messages[t - first - 1]));
    for (let t = first + messages.length - 1; t >= first; t--) {
      visit(t, messages[t - first], future);
      const seen = likelihoods(t);
      const next = new Float64Array(states);
      for (const { from, to, probability } of edges)
        next[from] += probability * seen[to] * future[to];
      future = scaled(next);
    }
  }
}

/** In place: sums to 1. */
function scaled(values: Float64Array): Float64Array {
  const sum = values.reduce((a, b) => a + b, 0);
  for (let at = 0; at < values.length; at++) values[at] /= sum;
  return values;
}
