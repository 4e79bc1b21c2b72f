import { useMemo } from 'react';
import { linearAxis } from '../../../../../plots/chart/axes.ts';
import { Chart } from '../../../../../plots/chart/Chart.tsx';
import { Lines } from '../../../../../plots/chart/Lines.tsx';
import { INFERENCE_LOOK } from '../../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../../plots/style/theme.ts';
import { useDocument, useRun, useSnapshot } from '../../../../../store/context.ts';
import { SlowMotionView } from '../../../../shared/slowMotion/SlowMotionView.tsx';
import { staged, useStages } from '../../../../shared/slowMotion/useStages.ts';
import { useInspection } from '../../../../shared/useInspection.ts';
import { meanField } from '../../../lab.ts';
import type { PlaneSnapshot, UpdateInspection } from '../../../planeSnapshot.ts';
import styles from '../Plane.module.css';
import { middlesIn, unitsOf } from '../view.ts';
import { describeFrame, stageNames, type UpdateStage } from './frames.ts';
import { curveOf, UpdatePlot } from './UpdatePlot.tsx';

const SLOW = staged('Stages of the update', stageNames);
const QUERY = { kind: 'update' } as const;
const MARGIN = { left: 44, right: 10, top: 22, bottom: 34 };

/** What the curve of a stage measures. */
const HEIGHTS: Readonly<Record<UpdateStage, string>> = {
  other: 'density now',
  average: 'E[log p], relative to the top',
  exponential: 'exponential',
  factor: 'density',
  bound: 'density',
};

/** The next update of a factor, step by step. */
export default function UpdateView() {
  const snapshot = useSnapshot(meanField);
  const edits = useDocument((document) => document.edits);
  const step = useRun((state) => state.step);
  const plane = snapshot?.part === 'plane' ? snapshot : null;
  const { inspection: look, failure } = useInspection(
    meanField,
    QUERY,
    `${step} ${plane?.target.key} ${edits.length}`,
  );
  const { stage, slow } = useStages(SLOW);
  const isReady = plane !== null && look !== null;
  return (
    <SlowMotionView
      title="One update, slowly"
      which={isReady && <span>q({plane.target.names[look.coordinate]})</span>}
      {...slow}
      failure={failure === null ? null : `This update cannot be shown: ${failure}`}
      text={isReady ? describeFrame(look, { stage }, plane) : null}
      picture={isReady && <UpdatePlot snapshot={plane} look={look} stage={stage} />}
      evidence={isReady && <Curve snapshot={plane} look={look} stage={stage} />}
    />
  );
}

/** The curve of the stage by itself. */
function Curve(props: {
  readonly snapshot: PlaneSnapshot;
  readonly look: UpdateInspection;
  readonly stage: UpdateStage;
}) {
  const { snapshot, look, stage } = props;
  const { target } = snapshot;
  const colours = INFERENCE_LOOK[useTheme()];
  const axis = look.coordinate;
  const [low, high] = target.box[axis];
  const curve = useMemo(() => curveOf(look, stage), [look, stage]);
  const most = curve.reduce((top, value) => Math.max(top, value), 0);
  const x = useMemo(() => linearAxis(target.names[axis], { low, high }), [target, axis, low, high]);
  const y = useMemo(
    () =>
      linearAxis(
        HEIGHTS[stage],
        { low: 0, high: 1.08 * most },
        stage === 'average' ? { ticks: [] } : {},
      ),
    [stage, most],
  );
  const lines = useMemo(() => {
    const own = unitsOf(target.box)[axis];
    const xs = middlesIn(target, unitsOf(target.box), axis).map(
      (value) => own.offset + own.scale * value,
    );
    const colour = stage === 'other' ? colours.meanField : colours.gibbs;
    return { xs, lines: [{ values: curve, stroke: { colour, width: 2 } }] };
  }, [target, axis, curve, stage, colours]);
  return (
    <div className={styles.curve}>
      <Chart
        label={`${HEIGHTS[stage]} over ${target.names[axis]}`}
        margin={MARGIN}
        x={x}
        y={y}
        below={<Lines {...lines} />}
      />
    </div>
  );
}
