import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Sequence } from './dataset.ts';

/** How dots move over the line. */
const DOT_MOTIONS = ['bouncing', 'two-dots', 'changing-speed', 'sine'] as const;
export type DotMotion = (typeof DOT_MOTIONS)[number];

/** Whether a signal is one of moving dots. */
export const isDots = (signal: string): signal is DotMotion =>
  DOT_MOTIONS.some((motion) => motion === signal);

export interface MovingDotsSettings {
  readonly motion: DotMotion;
  /** D, pixels of the line from -1 to 1. */
  readonly pixels: number;
  /** N */
  readonly steps: number;
  /** Walls met per unit of time: 2 / speed is a round trip, 20 / speed steps. */
  readonly speed: number;
  /** Standard deviation of a dot's picture, in units of the line. */
  readonly renderWidth: number;
  /** Standard deviation of the noise on every pixel. */
  readonly noise: number;
}

/** The data of thesis 6.2: true period 26.67 steps. */
export const BOUNCING_DOT: MovingDotsSettings = {
  motion: 'bouncing',
  pixels: 12,
  steps: 5000,
  speed: 0.75,
  renderWidth: 0.2,
  noise: 0.1,
};

const TIME_PER_STEP = 0.1;
/** Last part of a sequence, in steps and as a share, kept to test forecasts on. */
const HELD_OUT_STEPS = 400;
const HELD_OUT_SHARE = 0.2;

const NAMES: Readonly<Record<DotMotion, string>> = {
  bouncing: 'Bouncing dot',
  'two-dots': 'Two dots',
  'changing-speed': 'Dot with changing speed',
  sine: 'Sine on a line',
};

/**
 * Dots on a line of pixels, seen step by step of 0.1 (thesis 6.2): pixel g shows
 * exp(-(x - g)^2 / (2 width^2)) for a dot at x, plus noise. Values are left as they are, about 0
 * to 1, the range of a decoder that ends in a sigmoid.
 */
export function movingDots(settings: MovingDotsSettings, random: Random): Sequence {
  const { motion, pixels, steps, noise } = settings;
  const clean = renderDots(settings, 0, steps);
  return {
    kind: 'sequence',
    name: NAMES[motion],
    rows: steps,
    dimension: pixels,
    values: clean.map((value) => value + noise * random.normal()),
    labels: null,
    columns: Array.from({ length: pixels }, (_, pixel) => `pixel ${pixel + 1}`),
    units: modelUnits(pixels),
    distance: MODEL_DISTANCE,
    clean,
    heldOutRows: heldOutRows(steps),
    truePeriod: truePeriod(motion, settings.speed),
  };
}

/** How many rows at the end of a sequence to keep for testing. */
export function heldOutRows(rows: number): number {
  return Math.min(HELD_OUT_STEPS, Math.floor(HELD_OUT_SHARE * rows));
}

/** `count` steps of the signal without noise from step `from` on, count x D. */
export function renderDots(
  { motion, pixels, speed, renderWidth }: MovingDotsSettings,
  from: number,
  count: number,
): Float32Array {
  const values = new Float32Array(count * pixels);
  for (let step = 0; step < count; step++) {
    const dots = positions(motion, speed, from + step);
    for (let pixel = 0; pixel < pixels; pixel++) {
      const place = pixels > 1 ? (2 * pixel) / (pixels - 1) - 1 : 0;
      let brightness = 0;
      for (const dot of dots) {
        const distance = (dot - place) / renderWidth;
        brightness = Math.max(brightness, Math.exp((-distance * distance) / 2));
      }
      values[step * pixels + pixel] = brightness;
    }
  }
  return values;
}

/** How much the changing speed swings around its middle, and round trips during a swing. */
const SPEED_SWING = 0.3;
const SWING_ROUND_TRIPS = 2;
/** The second dot goes round three times while the first does twice. */
const SECOND_SPEED = 1.5;

/** Where the dots are on the line from -1 to 1. */
function positions(motion: DotMotion, speed: number, step: number): readonly number[] {
  const travelled = speed * step * TIME_PER_STEP;
  switch (motion) {
    case 'bouncing':
      return [triangle(travelled)];
    case 'two-dots':
      return [triangle(travelled), triangle(SECOND_SPEED * travelled + 0.5)];
    case 'sine':
      return [-Math.cos(Math.PI * travelled)];
    case 'changing-speed': {
      // The integral of speed * (1 + swing * sin).
      const swing = 2 * SWING_ROUND_TRIPS;
      const angle = (2 * Math.PI * travelled) / swing;
      return [triangle(travelled + (SPEED_SWING * (1 - Math.cos(angle)) * swing) / (2 * Math.PI))];
    }
  }
}

/** From -1 to 1 and back in two units. */
function triangle(travelled: number): number {
  const phase = travelled - 2 * Math.floor(travelled / 2);
  return phase < 1 ? 2 * phase - 1 : 3 - 2 * phase;
}

function truePeriod(motion: DotMotion, speed: number): number {
  const roundTrip = 2 / (speed * TIME_PER_STEP);
  if (motion === 'changing-speed') return SWING_ROUND_TRIPS * roundTrip;
  return motion === 'two-dots' ? 2 * roundTrip : roundTrip;
}
