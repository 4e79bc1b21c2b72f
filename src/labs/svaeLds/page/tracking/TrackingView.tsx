import { useMemo, useState } from 'react';
import { useController, useDocument } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { NumberEntry } from '../../../../ui/NumberEntry.tsx';
import { settingsOf } from '../../../lab.ts';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeLds } from '../../lab.ts';
import type { SvaeLdsSettings } from '../../settings.ts';
import type { SvaeLdsQuery } from '../../snapshot.ts';
import { TRACKED_STEPS, trackingSettings } from '../../trackingSettings.ts';
import {
  framesOf,
  sameFrame,
  stageNames,
  type TrackingFrame,
  type TrackingStage,
} from './frames.ts';
import { TrackingPlot } from './TrackingPlot.tsx';
import styles from './TrackingView.module.css';
import { describeFrame } from './texts.ts';
import { trackedCoordinate, trackedPlane } from './tracked.ts';

const STAGES = { label: 'Stages of tracking', names: stageNames };

/** Steps resemble one another: little to read, much to watch. */
const FRAME_MS = 900;

const PACE: Pace<TrackingFrame> = { sameFrame, milliseconds: () => FRAME_MS };

type TrackingQuery = Extract<SvaeLdsQuery, { kind: 'tracking' }>;

const { trackingNoise, trackingHiddenFrom } = trackingSettings;

const TIME = ['first coordinate'];
const PLANE = ['first coordinate (seen)', 'second coordinate'];

/**
 * Filter, smoother and sampler on a small example with known truth (thesis, figures B.1 to B.3):
 * forwards through predict and condition, back through smoothing and sampling.
 */
export default function TrackingView() {
  const { query, change } = useExample();
  const [hovered, setHovered] = useState<number | null>(null);
  const { inspection, failure } = useInspection(svaeLds, query);
  const count = inspection?.steps.length ?? 0;
  const frames = useMemo(() => framesOf(count), [count]);
  const stepper = useStepper(frames, PACE);
  const frame = frames[stepper.state.frame];
  const shown = useMemo(
    () =>
      inspection && frame
        ? {
            text: describeFrame(inspection, frame),
            time: trackedCoordinate(inspection, frame),
            plane: trackedPlane(inspection, frame),
            present: presentOf(frame),
          }
        : null,
    [inspection, frame],
  );
  const [from, to] = query.hidden;
  const hide = (trackingHiddenFrom: number, trackingHiddenTo: number) =>
    change({ trackingHiddenFrom, trackingHiddenTo });
  const plot = { hovered, onHover: setHovered, domainKey: query.seed };
  return (
    <SlowMotionView<TrackingStage>
      title="Filter, smoother, sampler"
      which={
        <>
          <span aria-hidden="true">noise</span>
          <NumberEntry
            label="Observation noise"
            value={query.noise}
            range={trackingNoise}
            digits={4}
            onCommit={(noise) => change({ trackingNoise: noise })}
          />
          <span aria-hidden="true">unseen from</span>
          <NumberEntry
            label="No observations from step"
            value={from}
            range={trackingHiddenFrom}
            digits={2}
            onCommit={(step) => hide(step, Math.max(step, to))}
          />
          <span aria-hidden="true">to before</span>
          <NumberEntry
            label="Observations again from step"
            value={to}
            range={trackingHiddenFrom}
            digits={2}
            onCommit={(step) => hide(Math.min(from, step), step)}
          />
        </>
      }
      actions={
        <Button size="small" onClick={() => change({ trackingTruth: query.seed + 1 })}>
          New ground truth
        </Button>
      }
      stages={STAGES}
      frames={frames}
      stepper={stepper}
      place={frame ? `${stageNames[frame.stage]}, step ${frame.step}` : ''}
      failure={failure === null ? null : `The example cannot be shown: ${failure}`}
      text={shown?.text ?? null}
      formulaHeight="8.5rem"
      picture={
        shown && (
          <div className={styles.time}>
            <TrackingPlot
              {...plot}
              {...shown.time}
              label="Observed coordinate of the state over time"
              dimension={1}
              names={TIME}
              present={shown.present}
            />
          </div>
        )
      }
      evidence={
        shown && (
          <div className={styles.plane} data-plane>
            <TrackingPlot
              {...plot}
              {...shown.plane}
              label="The state in its plane"
              dimension={2}
              names={PLANE}
              present={shown.present}
            />
          </div>
        )
      }
    />
  );
}

/** The example as the settings have it: links carry it, and undo goes back in it. */
function useExample() {
  const controller = useController();
  const settings = useDocument((document) => settingsOf(svaeLds, document));
  const { trackingNoise: noise, trackingHiddenFrom: from, trackingTruth: seed } = settings;
  // A link may have them the wrong way round: then nothing is hidden.
  const to = Math.max(from, settings.trackingHiddenTo);
  const query = useMemo(
    (): TrackingQuery => ({
      kind: 'tracking',
      steps: TRACKED_STEPS,
      noise,
      hidden: [from, to],
      seed,
    }),
    [noise, from, to, seed],
  );
  const change = (values: Partial<SvaeLdsSettings>) => void controller.changeSettings(values);
  return { query, change };
}

const presentOf = ({ stage, step }: TrackingFrame) => ({ kind: stage, step }) as const;
