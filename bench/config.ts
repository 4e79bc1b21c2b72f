/**
 * What is measured, and how much of it, in a run of all groups (`short`) and with `--full`. Everything else
 * is at the default preset.
 */

export const LAB = 'svae-gmm';
/** Training steps after which the clusters are judged: where a person who pressed Play looks at the result. */
export const STEPS = 1000;
/** Seeds of the figures timed in the browser. */
export const PLAY_SEEDS = { short: [0, 1, 2], full: [0, 1, 2, 3, 4] } as const;
export const SEED = 0;

export const SPEED = { warmUpMs: 2000, windowMs: 2000, windows: { short: 3, full: 5 } } as const;
export const DRAG = { trainedSteps: 500, moves: 150, radiusPixels: 60, turns: 3 } as const;
export const MAIN_THREAD = { warmUpMs: 2000, watchedMs: { short: 5000, full: 10_000 } } as const;
/** As many as the dialog trains in a lesson; with 300 steps most arms are found. */
export const SEEDS_AT_ONCE = { seeds: 20, steps: 300 } as const;
export const MEMORY = { from: 1000, to: 10_000 } as const;
/** Minutes in all unless `--minutes` says otherwise; four rounds of all labs, judged at a fresh model. */
export const SOAK = { minutes: { short: 1, full: 60 }, rounds: 4, lab: LAB } as const;
export const EVERY_PAGE = {
  sizes: {
    short: [
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
    ],
    full: [
      { width: 1440, height: 900 },
      { width: 1280, height: 720 },
      { width: 820, height: 1180 },
      { width: 390, height: 844 },
    ],
  },
  /** What is less, as numbers that gain a digit to their left, is summed but not listed. */
  leastShift: 0.0005,
  settleMs: 300,
  trainMs: 1500,
} as const;
