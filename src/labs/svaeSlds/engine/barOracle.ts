/**
 * The states of the bar by its true parameters. The bar moves on a grid without any noise of its own, so
 * that place and state together are a Markov chain, and their posterior given all pictures is exact but for
 * the start: the bar may begin anywhere.
 */
import { barMoves, barPlaces } from '../../../datasets/switchingBar.ts';

const STATES = 4;
/** Rows whose messages are kept at a time; those before are sent again. */
const BLOCK = 100;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/**
 * @param values T x D
 * @returns T: the likeliest state of each row, from 0
 */
export function barStates(
  values: Float32Array,
  rows: number,
  pixels: number,
  { dwell, noise }: { readonly dwell: number; readonly noise: number },
): Int32Array {
  const places = barPlaces(pixels);
  const size = places.length * STATES;
  const edges = edgesOf(places, dwell);
  const likelihoods = new Float64Array(places.length);

  /** p(row | place), up to a factor. */
  const see = (t: number): void => {
    places.forEach(({ picture }, place) => {
      let squared = 0;
      for (let j = 0; j < pixels; j++) squared += (values[t * pixels + j] - picture[j]) ** 2;
      likelihoods[place] = -squared / (2 * noise ** 2);
    });
    const most = Math.max(...likelihoods);
    for (let place = 0; place < places.length; place++)
      likelihoods[place] = Math.exp(likelihoods[place] - most);
  };
  /** p(place and state of row t | rows up to it) from that of the row before. */
  const forward = (t: number, before: Float64Array | null): Float64Array => {
    const after = new Float64Array(size).fill(before ? 0 : 1);
    if (before)
      for (const { from, to, probability } of edges) after[to] += probability * before[from];
    see(t);
    for (let at = 0; at < size; at++) after[at] *= likelihoods[Math.floor(at / STATES)];
    return scaled(after);
  };

  const starts: Float64Array[] = [];
  let message: Float64Array | null = null;
  for (let t = 0; t < rows; t++) {
    message = forward(t, message);
    if (t % BLOCK === 0) starts.push(message);
  }
  const found = new Int32Array(rows);
  let future: Float64Array = new Float64Array(size).fill(1);
  for (let block = starts.length - 1; block >= 0; block--) {
    const first = block * BLOCK;
    const messages = [starts[block]];
    for (let t = first + 1; t < Math.min(rows, first + BLOCK); t++)
      messages.push(forward(t, messages[t - first - 1]));
    for (let t = first + messages.length - 1; t >= first; t--) {
      found[t] = likeliestState(messages[t - first], future);
      see(t);
      const next = new Float64Array(size);
      for (const { from, to, probability } of edges)
        next[from] += probability * likelihoods[Math.floor(to / STATES)] * future[to];
      future = scaled(next);
    }
  }
  // Its state says how the bar came there, which nothing shows.
  if (rows > 1) found[0] = found[1];
  return found;
}

/** Every step from a place in a state (place x 4 + state) to another. */
function edgesOf(places: ReturnType<typeof barPlaces>, dwell: number): readonly Edge[] {
  const keyOf = (centre: number, half: number) => `${centre} ${half}`;
  const index = new Map(places.map(({ centre, half }, at) => [keyOf(centre, half), at]));
  return places.flatMap((place, at) =>
    Array.from({ length: STATES * STATES }, (_, pair): Edge[] => {
      const [before, wanted] = [Math.floor(pair / STATES), pair % STATES];
      const share = before === wanted ? 1 - 1 / dwell : 1 / dwell / (STATES - 1);
      const moves = barMoves(wanted, place);
      return moves.flatMap(({ state, centre, half }) => {
        const to = index.get(keyOf(centre, half));
        if (to === undefined) return [];
        const from = at * STATES + before;
        return [{ from, to: to * STATES + state, probability: share / moves.length }];
      });
    }).flat(),
  );
}

function likeliestState(past: Float64Array, future: Float64Array): number {
  const shares = new Float64Array(STATES);
  for (let at = 0; at < past.length; at++) shares[at % STATES] += past[at] * future[at];
  return shares.indexOf(Math.max(...shares));
}

/** In place: sums to 1. */
function scaled(values: Float64Array): Float64Array {
  const sum = values.reduce((a, b) => a + b, 0);
  for (let at = 0; at < values.length; at++) values[at] /= sum;
  return values;
}
