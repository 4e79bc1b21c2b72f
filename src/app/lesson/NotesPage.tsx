import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CourseText } from '../course/CourseText.tsx';
import { course } from '../course/course.ts';
import { rowActions } from '../present/presentKeys.ts';
import { TextPage } from '../text/TextPage.tsx';
import { useShortcuts } from '../useShortcuts.ts';
import { channelNamed, type Said } from './channel.ts';
import { LessonClock } from './LessonClock.tsx';
import { neighbour, rowAt } from './lesson.ts';
import type { LessonCommand, LessonState } from './lessonStore.ts';
import styles from './NotesPage.module.css';

/** The notes in a window of their own, in step with the window that presents. */
export default function NotesPage({ linkState }: { readonly linkState: string }) {
  const { state, command } = usePresentingWindow(new URLSearchParams(linkState).get('with') ?? '');
  useShortcuts(rowActions(command));
  if (!state?.place) return <NobodyPresents />;
  const { place, clock } = state;
  const { topic, minute, act, say } = rowAt(course, place);
  const { title, rows } = course.lessons[place.lesson];
  const isLast = place.row === rows.length - 1;
  const next = rowAt(course, neighbour(course, place, 1));
  return (
    <TextPage title={topic}>
      <p className={styles.minute}>
        Minute {minute}, row {place.row + 1} of {rows.length}. {title}
      </p>
      <div className={styles.bar}>
        <Button
          icon="foldLeft"
          tooltip="B or Page Up"
          disabled={place.row === 0}
          onClick={() => command('back')}
        >
          Back
        </Button>
        <Button
          variant="primary"
          icon="foldRight"
          tooltip="N or Page Down"
          disabled={isLast}
          onClick={() => command('next')}
        >
          Next row
        </Button>
        <LessonClock state={{ place, clock }} command={command} />
      </div>
      <h2>Do</h2>
      <p className={styles.text}>
        <CourseText text={act} />
      </p>
      <h2>Say</h2>
      <p className={styles.text}>
        <CourseText text={say} />
      </p>
      <p className={styles.minute}>
        {isLast
          ? 'This is the last row of the lesson.'
          : `Next, minute ${next.minute}: ${next.topic}`}
      </p>
    </TextPage>
  );
}

function NobodyPresents() {
  return (
    <TextPage title="Notes">
      <p>
        No window presents a lesson with these notes. Open a lesson of{' '}
        <a href="#/course">the course</a>, or press S in the lab and then “Second window”.
      </p>
    </TextPage>
  );
}

/** The lesson of the window that opened this one; null until it answers, and after it has closed. */
function usePresentingWindow(name: string) {
  const [state, setState] = useState<LessonState | null>(null);
  const [channel, setChannel] = useState<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = channelNamed(name);
    const say = (said: Said) => opened.postMessage(said);
    opened.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'lesson') setState(data.state);
      if (data.kind === 'closed') setState(null);
    };
    const leave = () => say({ kind: 'closed' });
    window.addEventListener('pagehide', leave);
    setChannel(opened);
    say({ kind: 'opened' });
    return () => {
      window.removeEventListener('pagehide', leave);
      opened.close();
    };
  }, [name]);
  const command = (asked: LessonCommand) =>
    channel?.postMessage({ kind: 'command', command: asked } satisfies Said);
  return { state, command };
}
