/** A bar that moves or breathes: a series of pictures whose changes, not places, tell the states apart. */
import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Sequence } from './dataset.ts';
import { heldOutRows } from './movingDots.ts';

export interface SwitchingBarSettings {
  /** D, pixels of the line from -1 to 1. */
  readonly pixels: number;
  /** T */
  readonly steps: number;
  /** Mean time in a state, in steps, at least 1. */
  readonly dwell: number;
  /** Standard deviation of the noise on every pixel. */
  readonly noise: number;
}

/** What a step adds to the centre and to the half-width of the bar, by state. */
const MOVES = [
  [0.04, 0],
  [-0.04, 0],
  [0, 0.02],
  [0, -0.02],
] as const;
const STATES = ['right', 'left', 'wider', 'narrower'] as const;
/** Where the bar stays: its centre from -most to most, its half-width between these. */
const FARTHEST = 0.6;
const [THINNEST, WIDEST] = [0.12, 0.5];
/** How sharply a bar ends, in units of the line. */
const EDGE = 0.08;
const MIDDLE_HALF = (THINNEST + WIDEST) / 2;

/** A place of the bar on the grid that it moves on, in moves from its middle. */
interface BarPlace {
  readonly centre: number;
  readonly half: number;
}

/** D: the picture of a bar without noise. */
function barPicture(centre: number, half: number, pixels: number): Float32Array {
  return Float32Array.from({ length: pixels }, (_, j) => {
    const place = pixels > 1 ? (2 * j) / (pixels - 1) - 1 : 0;
    return 1 / (1 + Math.exp((Math.abs(place - centre) - half) / EDGE));
  });
}

/** All places that a bar can have, and their pictures. */
export function barPlaces(pixels: number) {
  const [across, along] = [MOVES[0][0], MOVES[2][1]];
  const places: (BarPlace & { readonly picture: Float32Array })[] = [];
  const [far, wide] = [FARTHEST / across, (WIDEST - MIDDLE_HALF) / along].map((most) =>
    Math.floor(most + ROUNDING),
  );
  for (let centre = -far; centre <= far; centre++)
    for (let half = -wide; half <= wide; half++) {
      const picture = barPicture(across * centre, MIDDLE_HALF + along * half, pixels);
      places.push({ centre, half, picture });
    }
  return places;
}

/** In moves. Sums of moves that end on a limit lie on either side of it. */
const ROUNDING = 1e-6;

/**
 * Where a bar may be a step later that was to be in `state`, and the state it then is in: it turns round
 * where it would leave its range, and on the limit itself as rounding has it.
 */
export function barMoves(state: number, { centre, half }: BarPlace) {
  const [across, along] = [MOVES[0][0], MOVES[2][1]];
  const move = (z: number) => ({
    state: z,
    centre: centre + Math.round(MOVES[z][0] / across),
    half: half + Math.round(MOVES[z][1] / along),
  });
  // Only what moves can leave its range.
  const isIn = (place: BarPlace, air: number) => {
    const [sideways, inWidth] = MOVES[state].map((by) => (by === 0 ? -ROUNDING : air));
    return (
      isWithin(
        across * (Math.abs(place.centre) + sideways),
        MIDDLE_HALF + along * (place.half - inWidth),
      ) && isWithin(0, MIDDLE_HALF + along * (place.half + inWidth))
    );
  };
  const next = move(state);
  if (isIn(next, ROUNDING)) return [next];
  return isIn(next, -ROUNDING) ? [next, move(state ^ 1)] : [move(state ^ 1)];
}

/**
 * A bright bar that moves to the right or left, widens or narrows (after the switching data of
 * Bendekgey and others 2023). A state ends with probability 1 / dwell, and where the bar would leave
 * its range: it then turns round.
 */
export function switchingBar(settings: SwitchingBarSettings, random: Random): Sequence {
  const { pixels, steps, dwell, noise } = settings;
  const clean = new Float32Array(steps * pixels);
  const labels = new Int32Array(steps);
  let state = random.integer(STATES.length);
  let [centre, half] = [0, MIDDLE_HALF];
  for (let t = 0; t < steps; t++) {
    if (t > 1 && random.uniform() < 1 / dwell) state = (state + 1 + random.integer(3)) % 4;
    if (t > 0) {
      if (!isWithin(centre + MOVES[state][0], half + MOVES[state][1])) state ^= 1;
      centre += MOVES[state][0];
      half += MOVES[state][1];
    }
    labels[t] = state;
    clean.set(barPicture(centre, half, pixels), t * pixels);
  }
  if (steps > 1) labels[0] = labels[1];
  return {
    kind: 'sequence',
    name: 'Moving and breathing bar',
    rows: steps,
    dimension: pixels,
    values: clean.map((value) => value + noise * random.normal()),
    labels,
    columns: Array.from({ length: pixels }, (_, j) => `pixel ${j + 1}`),
    units: modelUnits(pixels),
    distance: MODEL_DISTANCE,
    clean,
    heldOutRows: heldOutRows(steps),
    truePeriod: null,
  };
}

const isWithin = (centre: number, half: number): boolean =>
  Math.abs(centre) <= FARTHEST && half >= THINNEST && half <= WIDEST;
