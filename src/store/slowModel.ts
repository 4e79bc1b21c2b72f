/** The message about a model that is too large for this device to be quick. */
import type { Message } from './openRun.ts';

/** An opening that takes longer is reported. */
export const LONG_OPENING_MS = 3000;
/** Seconds of a training step that are worth a word. */
const LONG_STEP = 2;

export const slowOpening: Message = {
  id: 'slow-opening',
  kind: 'info',
  text: 'This is a large model: the first picture takes a while.',
};

/** A word on how long a training step takes; null where it takes no time to speak of. */
export function slowSteps(seconds: number): Message | null {
  if (seconds < LONG_STEP) return null;
  return {
    id: 'slow-steps',
    kind: 'info',
    text: `With these settings one training step takes about ${Math.round(seconds)} s on this device, and the plots do not answer meanwhile. Fewer points, a smaller batch or smaller networks make it faster.`,
  };
}
