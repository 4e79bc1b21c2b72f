import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useController, useDocument } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { settingsOf } from '../../../lab.ts';
import { openOwnData } from '../../../shared/ownData/openOwnData.ts';
import side from '../../../shared/sideSection.module.css';
import { svaeSlds } from '../../lab.ts';
import { TempoRecording } from '../../recording.ts';
import styles from './Recorder.module.css';

/** Of a whole recording, and the fewest that a model can be trained on. */
const STEPS = 1500;
const FEWEST = 500;
const STEPS_PER_SECOND = 50;
/** Half of the side shown, in units of the dot. */
const REACH = 1.5;
const [SLOW, FAST] = [0, 1];

/** A switching signal of one's own: the dot is fast while a key, or the pointer, is held. */
export default function Recorder() {
  const controller = useController();
  const isOwn = useDocument(({ settings }) => settings.signal === 'own');
  const [recording, setRecording] = useState<TempoRecording | null>(null);
  const record = useRef<HTMLButtonElement>(null);
  const isRecording = recording !== null;
  const wasRecording = useRef(false);
  // The focus was on what has just gone from the page: the button that began it takes its place.
  useLayoutEffect(() => {
    if (wasRecording.current && document.activeElement === document.body) record.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  if (!isOwn) return null;
  const start = (): void => {
    const { settings, seed } = controller.document.getState();
    const { pixels, noise } = settingsOf(svaeSlds, { settings });
    setRecording(new TempoRecording('two-tempo', pixels, noise, seed));
  };
  const end = (isWanted: boolean): void => {
    if (isWanted && recording) void openOwnData(controller, recording.take());
    setRecording(null);
  };
  if (recording) return <Recording recording={recording} onEnd={end} />;
  return (
    <div className={side.section}>
      <p className={side.text}>
        Or record a switching signal: the dot circles for {STEPS / STEPS_PER_SECOND} seconds, and is
        fast while you hold a key.
      </p>
      <div className={side.buttons}>
        <Button ref={record} size="small" onClick={start}>
          Record
        </Button>
      </div>
    </div>
  );
}

interface RecordingProps {
  readonly recording: TempoRecording;
  /** Whether what was recorded is to be opened. */
  readonly onEnd: (isWanted: boolean) => void;
}

function Recording({ recording, onEnd }: RecordingProps) {
  const surface = useRef<HTMLButtonElement>(null);
  const isFast = useRef(false);
  const [shown, setShown] = useState({ rows: 0, isFast: false });
  const finish = useRef(onEnd);
  useEffect(() => {
    finish.current = onEnd;
  });
  useEffect(() => {
    surface.current?.focus();
    announce('Recording. Hold the space bar: fast. Release it: slow.');
    const begun = performance.now();
    let frame = requestAnimationFrame(function draw(now) {
      const due = Math.min(STEPS, Math.floor(((now - begun) * STEPS_PER_SECOND) / 1000));
      // After a pause of the page, such as a hidden tab, not all at once.
      for (let step = 0; step < 5 && recording.rows < due; step++)
        recording.step(isFast.current ? FAST : SLOW);
      setShown({ rows: recording.rows, isFast: isFast.current });
      if (recording.rows >= STEPS) finish.current(true);
      else frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [recording]);
  const hold = (held: boolean): void => {
    isFast.current = held;
  };
  const onKey = (isDown: boolean) => (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    // It plays and pauses elsewhere.
    event.preventDefault();
    event.stopPropagation();
    hold(isDown);
  };
  const { x, y } = recording.walk;
  return (
    <section className={side.section} aria-label="Recording">
      <button
        ref={surface}
        type="button"
        className={styles.surface}
        aria-label="Hold: fast. Release: slow."
        data-fast={shown.isFast || undefined}
        onPointerDown={() => hold(true)}
        onPointerUp={() => hold(false)}
        onPointerLeave={() => hold(false)}
        onBlur={() => hold(false)}
        onKeyDown={onKey(true)}
        onKeyUp={onKey(false)}
      >
        <svg viewBox={`${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`} aria-hidden="true">
          <circle className={styles.ring} r={REACH - 0.1} />
          <circle className={styles.dot} cx={x} cy={-y} r={0.12} />
        </svg>
        <span>{shown.isFast ? 'fast' : 'slow: hold Space, or press here'}</span>
      </button>
      <Progress label="Steps recorded" fraction={shown.rows / STEPS} />
      <div className={side.buttons}>
        <Button
          size="small"
          aria-disabled={shown.rows < FEWEST}
          onClick={shown.rows < FEWEST ? undefined : () => onEnd(true)}
        >
          Use it
        </Button>
        <Button size="small" variant="quiet" onClick={() => onEnd(false)}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
