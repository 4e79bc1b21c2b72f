/** The lesson that is given in this tab. It outlives the labs it leads through, and a reload. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { announce } from '../../ui/LiveRegion.tsx';
import { course } from '../course/course.ts';
import { labRunner } from '../labRunner.ts';
import { presentMode } from '../present/presentMode.ts';
import { navigate, parseHash } from '../router.ts';
import { focusMain } from '../usePageFocus.ts';
import {
  type Clock,
  moved,
  neighbour,
  type Place,
  paused,
  placeOf,
  rowAt,
  STOPPED,
  started,
} from './lesson.ts';

export interface LessonState {
  /** Null where the lab that is open is in no lesson. */
  readonly place: Place | null;
  readonly clock: Clock;
}

/** What both windows can ask for. */
export type LessonCommand = 'next' | 'back' | 'start' | 'pause' | 'reset';

const KEY = 'svae-lab.lesson';

export const lessonStore = createStore<LessonState>(() => keptLesson());
export const useLesson = (): LessonState => useStore(lessonStore);

lessonStore.subscribe((state) => {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Storage is full or forbidden: a reload begins the lesson again.
  }
});

const tellWhetherRow = ({ place }: LessonState) => presentMode.setState({ hasRow: place !== null });
tellWhetherRow(lessonStore.getState());
lessonStore.subscribe(tellWhetherRow);

/** Written by this page alone; another version of it may have another course. */
function keptLesson(): LessonState {
  const none = { place: null, clock: STOPPED };
  try {
    const { place, clock } = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}');
    const isThere = course.lessons[place.lesson]?.rows[place.row] !== undefined;
    return isThere && Array.isArray(clock.used) ? { place, clock } : none;
  } catch {
    return none;
  }
}

/** Presents a lesson from one of its rows, with the notes below the stage. */
export function giveLesson(place: Place): void {
  const { place: before, clock } = lessonStore.getState();
  lessonStore.setState({ place, clock: before?.lesson === place.lesson ? clock : STOPPED });
  presentMode.setState({ presenting: true, notes: 'below' });
  navigate(parseHash(rowAt(course, place).link));
}

/** The row goes with the address, wherever a link or the browser's Back has led. */
export function followAddress(link: string): void {
  const { place, clock } = lessonStore.getState();
  const next = placeOf(course, link, place);
  if (next !== place) put(next, clock);
}

export function command(command: LessonCommand): void {
  const { place, clock } = lessonStore.getState();
  if (!place) return;
  const now = Date.now();
  if (command === 'start') lessonStore.setState({ clock: started(clock, now) });
  else if (command === 'pause') lessonStore.setState({ clock: paused(clock, place.row, now) });
  else if (command === 'reset') lessonStore.setState({ clock: STOPPED });
  else goTo(neighbour(course, place, command === 'next' ? 1 : -1), place);
}

/** Opens a row over the one before: where both are of one lab, Undo brings that back. */
function goTo(next: Place, from: Place): void {
  if (next.row === from.row) return;
  put(next, lessonStore.getState().clock);
  const { lesson, row } = next;
  const { topic, link } = rowAt(course, next);
  announce(`Row ${row + 1} of ${course.lessons[lesson].rows.length}: ${topic}`);
  focusMain();
  const { path, linkState } = parseHash(link);
  if (window.location.hash === link) return;
  const { controller, enter } = labRunner();
  const lab = path.slice(1);
  if (controller.document.getState().lab === lab) void enter(lab, linkState, { isUndoable: true });
  navigate({ path, linkState });
}

function put(next: Place | null, clock: Clock): void {
  const { place } = lessonStore.getState();
  const isSameLesson = place !== null && next?.lesson === place.lesson;
  lessonStore.setState({
    place: next,
    clock: isSameLesson ? moved(clock, place.row, Date.now()) : STOPPED,
  });
}
