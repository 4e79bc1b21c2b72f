/** A dot that circles at one of several tempos: the series a switching linear dynamical system learns. */
import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Sequence } from './dataset.ts';
import { heldOutRows } from './movingDots.ts';

/** Which tempos there are. */
export type TempoPattern = 'two-tempo' | 'three-tempo';

export interface TempoDotsSettings {
  readonly pattern: TempoPattern;
  /** D, at least 3: the lights on the ring. */
  readonly pixels: number;
  /** T */
  readonly steps: number;
  /** Mean time at a tempo, in steps, at least 1. */
  readonly dwell: number;
  /** Standard deviation of the noise on every light. */
  readonly noise: number;
}

/** The system that a series of tempos was drawn from: z is a Markov chain, x_t+1 = A_z x_t + noise. */
export interface TempoSystem {
  /** K x 2 x 2 row-major */
  readonly transitions: Float64Array;
  /** Variance of each coordinate of the noise of a step. */
  readonly stepVariance: number;
  /** Of each coordinate of the first state, whose mean is 0: that of the stationary distribution. */
  readonly firstVariance: number;
  /** K x K row-major, rows sum to 1. */
  readonly chain: Float64Array;
  /** K: steps of a full turn. */
  readonly periods: readonly number[];
}

/** Angle of a step at each tempo, in radians. */
const ANGLES: Readonly<Record<TempoPattern, readonly number[]>> = {
  'two-tempo': [0.1, 0.5],
  'three-tempo': [0.05, 0.2, 0.5],
};
const NAMES: Readonly<Record<TempoPattern, string>> = {
  'two-tempo': 'Dot with two tempos',
  'three-tempo': 'Dot with three tempos',
};
/** What a state keeps of its size from step to step, and the noise that makes up for it. */
const RADIUS = 0.995;
const STEP_VARIANCE = 0.002;
/** Of a light: brightness at a dot in the middle, and what a unit towards the light adds. */
const MIDDLE = 0.5;
const GAIN = 0.35;

/** The system behind a pattern with these dwell times. */
export function tempoSystem({
  pattern,
  dwell,
}: Pick<TempoDotsSettings, 'pattern' | 'dwell'>): TempoSystem {
  const angles = ANGLES[pattern];
  const K = angles.length;
  const leave = 1 / dwell;
  return {
    transitions: Float64Array.from(
      angles.flatMap((angle) => {
        const [cos, sin] = [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
        return [cos, -sin, sin, cos];
      }),
    ),
    stepVariance: STEP_VARIANCE,
    firstVariance: STEP_VARIANCE / (1 - RADIUS ** 2),
    chain: Float64Array.from({ length: K * K }, (_, at) =>
      at % (K + 1) === 0 ? 1 - leave : leave / (K - 1),
    ),
    periods: angles.map((angle) => (2 * Math.PI) / angle),
  };
}

/**
 * The direction of light j of D on the ring, times the gain: brightness is 0.5 + direction . x. As
 * lights stand evenly around the ring, sum_j direction direction' = D gain^2 / 2 I.
 */
export function lightDirection(light: number, lights: number): readonly [number, number] {
  const angle = (2 * Math.PI * light) / lights;
  return [GAIN * Math.cos(angle), GAIN * Math.sin(angle)];
}

/** The dot on its way, one step at a time. */
export class TempoWalk {
  x: number;
  y: number;
  private readonly system: TempoSystem;
  private readonly random: Random;

  constructor(system: TempoSystem, random: Random) {
    this.system = system;
    this.random = random;
    const deviation = Math.sqrt(system.firstVariance);
    this.x = deviation * random.normal();
    this.y = deviation * random.normal();
  }

  /** Takes one step in a state. */
  step(state: number): void {
    const { system, random, x, y } = this;
    const kick = Math.sqrt(system.stepVariance);
    const [a, b, c, d] = system.transitions.subarray(state * 4, state * 4 + 4);
    this.x = a * x + b * y + kick * random.normal();
    this.y = c * x + d * y + kick * random.normal();
  }

  /** Brightness of a light without noise. */
  light([along, across]: readonly [number, number]): number {
    return MIDDLE + along * this.x + across * this.y;
  }
}

/**
 * x_t in the plane, seen by a ring of lights: each is the brighter the further the dot lies towards
 * it. Labels are the states z_t that took the dot to row t; no transition leads to the first row,
 * which has the label of the second.
 */
export function tempoDots(settings: TempoDotsSettings, random: Random): Sequence {
  const { pattern, pixels, steps, noise, dwell } = settings;
  const K = ANGLES[pattern].length;
  const clean = new Float32Array(steps * pixels);
  const labels = new Int32Array(steps);
  const directions = Array.from({ length: pixels }, (_, j) => lightDirection(j, pixels));
  let state = random.integer(K);
  const walk = new TempoWalk(tempoSystem(settings), random);
  for (let t = 0; t < steps; t++) {
    if (t > 1 && random.uniform() < 1 / dwell) state = (state + 1 + random.integer(K - 1)) % K;
    labels[t] = state;
    if (t > 0) walk.step(state);
    directions.forEach((direction, j) => {
      clean[t * pixels + j] = walk.light(direction);
    });
  }
  return {
    kind: 'sequence',
    name: NAMES[pattern],
    rows: steps,
    dimension: pixels,
    values: clean.map((value) => value + noise * random.normal()),
    labels,
    columns: Array.from({ length: pixels }, (_, j) => `light ${j + 1}`),
    units: modelUnits(pixels),
    distance: MODEL_DISTANCE,
    clean,
    heldOutRows: heldOutRows(steps),
    truePeriod: null,
  };
}
