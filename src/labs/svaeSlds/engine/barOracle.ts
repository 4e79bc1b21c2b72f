/**
 * The states of the bar by its true parameters. The bar moves on a grid without any noise of its own, so
 * that place and state together are a Markov chain, and their posterior given all pictures is exact but for
 * the start: the bar may begin anywhere.
 */
import { barMoves, barPlaces } from '../../../datasets/switchingBar.ts';
import { type Edge, eachPosterior } from '../../../inference/hiddenMarkov/sparseChain.ts';

const STATES = 4;

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
  const likelihoods = new Float64Array(places.length * STATES);
  const see = (t: number): Float64Array => {
    const logs = places.map(({ picture }) => {
      let squared = 0;
      for (let j = 0; j < pixels; j++) squared += (values[t * pixels + j] - picture[j]) ** 2;
      return -squared / (2 * noise ** 2);
    });
    const most = Math.max(...logs);
    logs.forEach((log, place) => {
      likelihoods.fill(Math.exp(log - most), place * STATES, (place + 1) * STATES);
    });
    return likelihoods;
  };
  const found = new Int32Array(rows);
  const edges = edgesOf(places, dwell);
  eachPosterior(
    { states: likelihoods.length, edges, rows, likelihoods: see },
    (t, past, future) => {
      const shares = new Float64Array(STATES);
      for (let at = 0; at < past.length; at++) shares[at % STATES] += past[at] * future[at];
      found[t] = shares.indexOf(Math.max(...shares));
    },
  );
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
