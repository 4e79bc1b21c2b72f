import { Button, IconButton } from '../../ui/Button.tsx';
import { course } from '../course/course.ts';
import styles from './LessonClock.module.css';
import { elapsed, inMinutes, type Place, plannedMinutes, usedBy } from './lesson.ts';
import type { LessonCommand, LessonState } from './lessonStore.ts';
import { useNow } from './useNow.ts';

export interface LessonClockProps {
  readonly state: LessonState & { readonly place: Place };
  readonly command: (command: LessonCommand) => void;
}

const MINUTE = 60_000;

/** Minutes of the lesson and of the row, next to those that are planned. */
export function LessonClock({ state: { place, clock }, command }: LessonClockProps) {
  const isRunning = clock.since !== null;
  const now = Math.max(useNow(isRunning), clock.since ?? 0);
  const lesson = elapsed(clock, now);
  const row = usedBy(clock, place.row, true, now);
  return (
    <div className={styles.clock}>
      <dl className={styles.times}>
        <Time name="Lesson" used={lesson} planned={course.lessons[place.lesson].minutes} />
        <Time name="Row" used={row} planned={plannedMinutes(course, place)} />
      </dl>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={isRunning ? 'pause' : 'play'}
          onClick={() => command(isRunning ? 'pause' : 'start')}
        >
          {isRunning ? 'Pause clock' : 'Start clock'}
        </Button>
        <IconButton
          size="small"
          icon="reset"
          label="Reset clock"
          disabled={lesson === 0}
          onClick={() => command('reset')}
        />
      </div>
    </div>
  );
}

interface TimeProps {
  readonly name: string;
  /** In milliseconds. */
  readonly used: number;
  /** In minutes. */
  readonly planned: number;
}

function Time({ name, used, planned }: TimeProps) {
  const isOver = used > planned * MINUTE;
  return (
    <div className={styles.time} data-over={isOver || undefined}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.used}>{inMinutes(used)}</span> of {planned} min{isOver && ', over'}
      </dd>
    </div>
  );
}
