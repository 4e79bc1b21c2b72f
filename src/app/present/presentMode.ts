import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** How a lab is shown to a class. Kept outside the pages: a lesson goes from lab to lab. */
export interface PresentMode {
  /** The projector's view: larger type, settings and explanation out of the way, full screen. */
  readonly presenting: boolean;
  /** Whether a formula is shown below the stage. */
  readonly formula: boolean;
  /** Where the notes of the course are read, if anywhere: below the stage or in a second window. */
  readonly notes: 'nowhere' | 'below' | 'window';
  /** Whether the course has a row for what is open. The lesson says so, which is loaded with the notes. */
  readonly hasRow: boolean;
}

export const presentMode = createStore<PresentMode>(() => ({
  presenting: false,
  formula: false,
  notes: 'nowhere',
  hasRow: false,
}));

export const usePresentMode = (): PresentMode => useStore(presentMode);

/** Whether a lesson is given: its notes are open at one of its rows. */
export const isInLesson = ({ notes, hasRow }: PresentMode): boolean =>
  notes !== 'nowhere' && hasRow;

/** Two presses within this time are one command. */
const TWICE_MS = 400;
let began = 0;

/** Begins or ends presenting. A second press at once brings the notes up instead. */
export function present(): void {
  const { presenting } = presentMode.getState();
  const now = performance.now();
  const isTwice = presenting && now - began < TWICE_MS;
  if (!isTwice) began = now;
  presentMode.setState(isTwice ? { notes: 'below' } : { presenting: !presenting });
}

export const endPresenting = (): void => presentMode.setState({ presenting: false });

export const toggleFormula = (): void =>
  presentMode.setState(({ formula }) => ({ formula: !formula }));

/** The notes below the stage; those in a second window come back there, too. */
export const toggleNotes = (): void =>
  presentMode.setState(({ notes }) => ({ notes: notes === 'below' ? 'nowhere' : 'below' }));

const root = document.documentElement;
/** Whether this presentation has filled the screen. */
let isFull = false;

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) endPresenting();
}

// Ends with the full screen (Escape), with the button, or with the lab.
presentMode.subscribe(({ presenting }, before) => {
  if (presenting === before.presenting) return;
  root.toggleAttribute('data-present', presenting);
  if (presenting) {
    // The end of an earlier full screen may still be on its way.
    isFull = false;
    window.addEventListener('keydown', onKeyDown);
    // Refused in frames and on phones; then the view alone is what there is.
    root.requestFullscreen?.().catch(() => undefined);
  } else {
    window.removeEventListener('keydown', onKeyDown);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  }
});
document.addEventListener('fullscreenchange', () => {
  const wasFull = isFull;
  isFull = document.fullscreenElement !== null;
  if (wasFull && !isFull) endPresenting();
});
