import { useMemo } from 'react';
import { countAxis, linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { padInterval } from '../../../../plots/chart/intervals.ts';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useDocument, useRun } from '../../../../store/context.ts';
import { Scrolling } from '../../../../ui/Scrolling.tsx';
import { settingsOf } from '../../../lab.ts';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { sameStage } from '../../../shared/slowMotion/stepper.ts';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import { AncestryPlot } from '../ancestry/AncestryPlot.tsx';
import { Marked, Shares } from '../document/Reading.tsx';
import { useDocumentQuery } from '../document/useDocumentAnswer.ts';
import { useTopicLooks } from '../looks.ts';
import {
  describe,
  framesOf,
  gammaAt,
  OF_INDIVIDUALS,
  OF_TEXTS,
  responsibilitiesAt,
  stageNames,
  type UpdateFrame,
} from './frames.ts';
import styles from './UpdateView.module.css';

const STAGES = { label: 'Stages of the update', names: stageNames };
const PACE: Pace<UpdateFrame> = { sameFrame: sameStage, milliseconds: () => 3000 };
const MARGIN = { left: 52, right: 12, top: 22, bottom: 32 } as const;
const ignore = () => {};

/** The update of the document that is read: phi and gamma in alternation, topics fixed. */
export default function UpdateView() {
  const { corpus, document, query } = useDocumentQuery();
  const looks = useTopicLooks();
  const alpha = useDocument((document) => settingsOf(topics, document).alpha);
  const step = useRun((state) => state.step);
  const { inspection, failure } = useInspection(topics, query, step);
  const answer = inspection?.document === document ? inspection : null;
  const frames = useMemo(() => framesOf(answer?.boundSteps.length ?? 1), [answer]);
  const stepper = useStepper(frames, PACE);
  const frame = frames[stepper.state.frame] ?? frames[0];
  const { gamma: row, phi: from } = frame;
  const phi = useMemo(
    () => (answer && from !== null ? responsibilitiesAt(answer, from) : null),
    [answer, from],
  );
  const nouns = corpus?.tables ? OF_INDIVIDUALS : OF_TEXTS;
  const title = corpus?.titles[document] ?? '';
  const text = corpus?.texts?.[document];
  const marked = useMemo(
    () => answer && phi && { words: answer.words, responsibilities: phi },
    [answer, phi],
  );
  return (
    <SlowMotionView
      title={`One ${nouns.document}, slowly`}
      which={<span>{title}</span>}
      stages={STAGES}
      frames={frames}
      stepper={stepper}
      place={
        from === null ? stageNames[frame.stage] : `${stageNames[frame.stage]}, round ${from + 1}`
      }
      failure={failure}
      text={answer ? describe(answer, frame, looks, alpha, nouns) : null}
      picture={
        answer && (
          <Scrolling label={`The ${nouns.document}`}>
            <Shares gamma={gammaAt(answer, row)} />
            {text !== undefined ? (
              <Marked text={text} answer={marked} />
            ) : (
              phi && (
                <div className={styles.columns}>
                  <AncestryPlot
                    label={`Responsibilities of the ${nouns.word}s of this ${nouns.document}`}
                    shares={phi}
                    clusters={looks}
                    individuals={{ order: Array.from(answer.words, (_, at) => at), groups: [] }}
                    hasNames={false}
                    {...{ hovered: null, selected: null, onHover: ignore, onSelect: ignore }}
                  />
                </div>
              )
            )}
          </Scrolling>
        )
      }
      evidence={
        answer && <BoundOfDocument of={nouns.document} values={answer.boundSteps} upTo={row} />
      }
    />
  );
}

interface BoundOfDocumentProps {
  readonly of: string;
  readonly values: Float64Array;
  readonly upTo: number;
}

/** The ELBO of the document, round by round. */
function BoundOfDocument({ of, values, upTo }: BoundOfDocumentProps) {
  const look = INFERENCE_LOOK[useTheme()];
  const last = values.length - 1;
  const x = useMemo(() => countAxis('round', { low: 0, high: Math.max(1, last) }), [last]);
  const y = useMemo(
    () => linearAxis('nats', padInterval({ low: values[0], high: values[last] })),
    [values, last],
  );
  const shown = values.subarray(0, upTo + 1);
  return (
    <Chart label={`ELBO of the ${of}`} margin={MARGIN} x={x} y={y}>
      <Curve
        hasDots
        xs={Array.from(shown, (_, round) => round)}
        values={shown}
        colour={look.meanField}
      />
    </Chart>
  );
}
