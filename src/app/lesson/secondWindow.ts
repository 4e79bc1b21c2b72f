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

let name: string | null = null;
const kept = keptName();
if (kept !== null) holding(kept, () => take(kept));

/**
 * A duplicated tab has the name of the first. The first tab holds the name by a lock until it is closed;
 * the other one waits for it, or takes a name of its own when it opens its notes.
 */
function holding(held: string, begin: () => void): void {
  // Absent where the page is served without HTTPS.
  if (!navigator.locks) begin();
  void navigator.locks?.request(`svae-lab.lesson.${held}`, async () => {
    if (name !== null && name !== held) return;
    begin();
    await new Promise<never>(() => undefined);
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
    holding(made, () => undefined);
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
    if (data.kind === 'opened') tell();
    if (data.kind === 'command') command(data.command);
    if (data.kind === 'closed' && presentMode.getState().notes === 'window')
      presentMode.setState({ notes: 'nowhere' });
  };
  tell();
}
