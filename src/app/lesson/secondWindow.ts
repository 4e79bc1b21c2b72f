/** The notes in a second window, which shows the lesson of this one and asks it to go on. */
import { presentMode } from '../present/presentMode.ts';
import { channelNamed, type Said } from './channel.ts';
import { command, lessonStore } from './lessonStore.ts';

const KEY = 'svae-lab.notes-window';

/** A name that no other tab has, as each may give a lesson of its own; kept through a reload. */
function keptName(): string | null {
  try {
    return window.sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function newName(): string {
  const made = Math.random().toString(36).slice(2, 10);
  try {
    window.sessionStorage.setItem(KEY, made);
  } catch {
    // After a reload the notes have to be opened again.
  }
  return made;
}

/** A document that is reloaded has released its name by then; another tab has not. */
const PATIENCE_MS = 700;

let name: string | null = null;
const kept = keptName();
if (kept !== null) void goOn(kept);

/**
 * After a reload: the notes that are open go on. A duplicated tab has the name of the first, too; it forgets
 * that name, also for when the first is reloaded or closed, and makes its own when it opens notes.
 */
async function goOn(before: string): Promise<void> {
  const isFree = await (navigator.locks ? holds(before) : isUnanswered(before));
  if (name !== null) return;
  if (isFree) take(before);
  else forget();
}

function forget(): void {
  try {
    window.sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden no name was kept.
  }
}

/** Holds the name by a lock until the tab is closed or reloaded; false where another tab does. */
function holds(wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    const options = { signal: AbortSignal.timeout(PATIENCE_MS) };
    navigator.locks.request(`svae-lab.lesson.${wanted}`, options, held).catch(() => resolve(false));
  });
}

/** Without HTTPS there are no locks: a tab that has the name says so. */
function isUnanswered(wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = channelNamed(wanted);
    const end = (isFree: boolean) => {
      channel.close();
      resolve(isFree);
    };
    channel.onmessage = ({ data }: MessageEvent<Said>) => data.kind === 'held' && end(false);
    channel.postMessage({ kind: 'asked' } satisfies Said);
    window.setTimeout(end, PATIENCE_MS, true);
  });
}

function take(taken: string): void {
  name = taken;
  listen(taken);
}

/** Opens the notes in a window of their own. The strip goes, unless the browser opens none. */
export function openNotesWindow(): void {
  if (name === null) {
    const made = newName();
    take(made);
    if (navigator.locks) void holds(made);
  }
  const { origin, pathname } = window.location;
  const address = `${origin}${pathname}#/notes?with=${name}`;
  const opened = window.open(address, `svae-lab-notes-${name}`, 'popup,width=760,height=640');
  presentMode.setState({ notes: opened ? 'window' : 'below' });
}

function listen(to: string): void {
  const channel = channelNamed(to);
  const say = (said: Said) => channel.postMessage(said);
  const tell = () => say({ kind: 'lesson', state: lessonStore.getState() });
  lessonStore.subscribe(tell);
  window.addEventListener('pagehide', () => say({ kind: 'closed' }));
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'asked') say({ kind: 'held' });
    if (data.kind === 'opened') tell();
    if (data.kind === 'command') command(data.command);
    if (data.kind === 'closed' && presentMode.getState().notes === 'window')
      presentMode.setState({ notes: 'nowhere' });
  };
  tell();
}
