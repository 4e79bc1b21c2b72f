/** Messages of the store for the person at the page, and those about slow models. */

/** A message for people; a later one with the same id takes its place. */
export interface Message {
  readonly id: string;
  readonly kind: 'info' | 'problem';
  readonly text: string;
  /** About the device and not about what is open: it stays when another document is opened. */
  readonly lasting?: true;
  /** What can be done about it, as a button. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Messenger {
  readonly tell: (message: Message) => void;
  /** Takes a message back, by its id. */
  readonly withdraw: (id: string) => void;
}

/** An opening that takes longer is reported. */
export const LONG_OPENING_MS = 3000;
/** Seconds of a training step that are worth a word. */
const LONG_STEP = 2;

export const slowOpening: Message = {
  id: 'slow-opening',
  kind: 'info',
  text: 'This is a large model: the first picture takes a while.',
};

/** Reading texts that takes longer is reported. */
export const LONG_READING_MS = 500;

export const readingTexts = (fraction: number, stop: () => void): Message => ({
  id: 'reading-texts',
  kind: 'info',
  text: `The words of the texts are counted: ${10 * Math.floor(10 * fraction)} %.`,
  action: { label: 'Stop', run: stop },
});

/** A word on how long a training step takes; null where it takes no time to speak of. */
export function slowSteps(seconds: number): Message | null {
  if (seconds < LONG_STEP) return null;
  return {
    id: 'slow-steps',
    kind: 'info',
    text: `With these settings one training step takes about ${Math.round(seconds)} s on this device, and the plots do not answer meanwhile. Fewer points, a smaller batch or smaller networks make it faster.`,
  };
}
