import type { Flags } from '../../../shared/stage/viewFlags.ts';

/** What the stage draws or leaves out, by the names that links use. */
export type FlagName = 'clean' | 'sample' | 'band' | 'portrait' | 'flow';

export const FIRST_FLAGS: Flags<FlagName> = {
  /** The data without their noise. */
  clean: false,
  /** One sample in place of the mean of all. */
  sample: false,
  /** How far samples spread. */
  band: false,
  /** Latents against each other rather than over time, and the flow of A behind them. */
  portrait: false,
  flow: true,
};
