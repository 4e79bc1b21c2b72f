import type { LessonCommand } from '../lesson/lessonStore.ts';
import type { Action } from '../shortcuts.ts';

type Keys = Pick<Action, 'label' | 'keys'>;

/** Page Up and Page Down are those of a presenter's remote control. */
const ROW_KEYS: Readonly<Record<'next' | 'back', Keys>> = {
  next: { label: 'Next row of the lesson', keys: ['N', 'PageDown'] },
  back: { label: 'Previous row of the lesson', keys: ['B', 'PageUp'] },
};

export const WINDOW_KEYS: Keys = {
  label: 'Notes of the lesson in a second window',
  keys: ['Shift+S'],
};

export const CHALLENGE_KEYS: Keys = {
  label: 'A challenge while presenting; again: its answer',
  keys: ['A'],
};

export const rowActions = (command: (command: LessonCommand) => void): readonly Action[] => [
  { id: 'next-row', ...ROW_KEYS.next, run: () => command('next') },
  { id: 'previous-row', ...ROW_KEYS.back, run: () => command('back') },
];

/** For the list of keys: they work while one presents. */
export const PRESENT_KEYS: readonly Keys[] = [WINDOW_KEYS, ROW_KEYS.next, ROW_KEYS.back];
