/** Series on a line that jump between levels: what a hidden Markov model learns. */
import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Sequence } from './dataset.ts';

/** Which states there are, and where each leads. */
export type LevelPattern = 'levels' | 'stairs' | 'bursts';

export interface LevelsSettings {
  readonly pattern: LevelPattern;
  /** T */
  readonly steps: number;
  /** Mean time in a state, in steps, at least 1. */
  readonly dwell: number;
  /** Standard deviation around a level. */
  readonly noise: number;
}

interface Pattern {
  readonly name: string;
  /** Between 0 and 1. */
  readonly means: readonly number[];
  /** Factor on the noise, by state. */
  readonly spread: readonly number[];
  /** The state after this one, where it is left. */
  readonly next: (state: number, random: Random) => number;
}

const PATTERNS: Readonly<Record<LevelPattern, Pattern>> = {
  levels: {
    name: 'Three levels',
    means: [0.2, 0.5, 0.8],
    spread: [1, 1, 1],
    next: (state, random) => (state + 1 + random.integer(2)) % 3,
  },
  stairs: {
    name: 'Stairs',
    means: [0.125, 0.375, 0.625, 0.875],
    spread: [1, 1, 1, 1],
    next: (state) => (state + 1) % 4,
  },
  bursts: {
    name: 'Quiet and loud',
    means: [0.5, 0.5],
    spread: [0.5, 2.5],
    next: (state) => 1 - state,
  },
};

export const isLevelPattern = (signal: string): signal is LevelPattern =>
  Object.hasOwn(PATTERNS, signal);

/** A series of values between about 0 and 1, whose labels are the states that made it. */
export function levels({ pattern, steps, dwell, noise }: LevelsSettings, random: Random): Sequence {
  const { name, means, spread, next } = PATTERNS[pattern];
  const values = new Float32Array(steps);
  const labels = new Int32Array(steps);
  let state = random.integer(means.length);
  for (let t = 0; t < steps; t++) {
    if (t > 0 && random.uniform() < 1 / dwell) state = next(state, random);
    labels[t] = state;
    values[t] = means[state] + noise * spread[state] * random.normal();
  }
  return {
    kind: 'sequence',
    name,
    rows: steps,
    dimension: 1,
    values,
    labels,
    columns: ['y'],
    units: modelUnits(1),
    distance: MODEL_DISTANCE,
    clean: Float32Array.from(labels, (k) => means[k]),
    heldOutRows: 0,
    truePeriod: null,
  };
}
