import { useLayoutEffect } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CourseText } from '../course/CourseText.tsx';
import { course } from '../course/course.ts';
import { presentMode } from '../present/presentMode.ts';
import { LessonClock } from './LessonClock.tsx';
import { rowAt } from './lesson.ts';
import { command, useLesson } from './lessonStore.ts';
import styles from './NotesStrip.module.css';
import { openNotesWindow } from './secondWindow.ts';

/** The row of the course below the stage, for the lecturer: what to do and say, and the time. */
export function NotesStrip() {
  const { place, clock } = useLesson();
  useMark(place !== null);
  if (!place) return <NoLesson />;
  const { rows } = course.lessons[place.lesson];
  const { topic, minute, act, say } = rowAt(course, place);
  return (
    <section aria-label="Notes" className={styles.strip}>
      <div className={styles.row}>
        <h2 className={styles.topic}>{topic}</h2>
        <p className={styles.minute}>
          Minute {minute}. Row {place.row + 1} of {rows.length}
        </p>
        <div className={styles.ways}>
          <Button
            size="small"
            tooltip="Previous row (B)"
            disabled={place.row === 0}
            onClick={() => command('back')}
          >
            Back
          </Button>
          <Button
            size="small"
            variant="primary"
            tooltip="Next row (N)"
            disabled={place.row === rows.length - 1}
            onClick={() => command('next')}
          >
            Next row
          </Button>
        </div>
      </div>
      <div className={styles.texts}>
        <Text label="Do" text={act} />
        <Text label="Say" text={say} />
      </div>
      <div className={styles.side}>
        <LessonClock state={{ place, clock }} command={command} />
        <div className={styles.ways}>
          <Button
            size="small"
            tooltip="Notes in a second window (Shift+S)"
            onClick={openNotesWindow}
          >
            Second window
          </Button>
          <HideNotes />
        </div>
      </div>
    </section>
  );
}

/**
 * Marks the page while notes stand below the stage: notices keep above them. `body:has(…)` in the style
 * sheet would make the browser style the whole page whenever an element is added or removed.
 */
function useMark(isShown: boolean): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-lesson-notes', isShown);
    return () => root.removeAttribute('data-lesson-notes');
  }, [isShown]);
}

interface TextProps {
  readonly label: string;
  readonly text: string;
}

/** As wide as its share of the words: both texts in as few lines as there can be. */
function Text({ label, text }: TextProps) {
  return (
    <p className={styles.text} style={{ flexGrow: text.length }}>
      <span className={styles.label}>{label}</span> <CourseText text={text} />
    </p>
  );
}

function NoLesson() {
  return (
    <section aria-label="Notes" className={styles.strip}>
      <p className={styles.text}>
        The course has no row about this lab. <a href="#/course">The course</a>
      </p>
      <HideNotes />
    </section>
  );
}

function HideNotes() {
  return (
    <IconButton
      size="small"
      icon="close"
      label="Hide the notes"
      tooltip="Hide the notes (S)"
      onClick={() => presentMode.setState({ notes: 'nowhere' })}
    />
  );
}
