import { useEffect, useMemo } from 'react';
import { ResponsibilityBars } from '../../../../plots/bars/ClusterBars.tsx';
import { useController, useRun, useSelected, useSnapshot } from '../../../../store/context.ts';
import { NumberEntry } from '../../../../ui/NumberEntry.tsx';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { staged, useStages } from '../../../shared/slowMotion/useStages.ts';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import { RowEntry } from '../../../shared/stage/RowEntry.tsx';
import { undecidedRow } from '../../../shared/stage/undecidedRow.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { em } from '../../lab.ts';
import type { EmIterationInspection } from '../../snapshot.ts';
import { plotted } from '../stage/plotted.ts';
import { describeFrame, type IterationStage, isOfPoint, stageNames } from './frames.ts';
import { IterationPlot } from './IterationPlot.tsx';
import styles from './IterationView.module.css';

const SLOW = staged('Stages of the iteration', stageNames);
const FROM_ONE = { min: 1, step: 1, scale: 'linear', integer: true } as const;

export interface IterationViewProps {
  /** The two columns of the data that the stage shows. */
  readonly columns: Axes;
}

/** One iteration, step by step: how a point is shared out, and how a cluster is moved. */
export default function IterationView({ columns }: IterationViewProps) {
  const controller = useController();
  const snapshot = useSnapshot(em);
  const dataset = useRun((state) => state.dataset);
  const step = useRun((state) => state.step);
  const row = useSelected('row');
  const chosen = useSelected('cluster');
  const cluster = chosen ?? (snapshot && row !== null ? snapshot.assignments[row] : 0);
  const query = useMemo(
    () => (row === null ? null : ({ kind: 'iteration', row, cluster } as const)),
    [row, cluster],
  );
  const { inspection, failure } = useInspection(em, query, step);
  const { stage, slow } = useStages(SLOW);
  useEffect(() => {
    if (row === null && snapshot) {
      controller.select('row', undecidedRow(snapshot));
    }
  }, [controller, row, snapshot]);

  const isReady = inspection !== null && snapshot !== null && dataset !== null;
  const clusters = useMemo(() => plotted(snapshot?.clusters ?? []), [snapshot]);
  return (
    <SlowMotionView
      title="One iteration, slowly"
      which={
        <>
          <span aria-hidden="true">E-step for point</span>
          <RowEntry label="Point" row={row} />
          <span aria-hidden="true" className={styles.second}>
            M-step for cluster
          </span>
          <NumberEntry
            label="Cluster"
            value={cluster + 1}
            range={{ ...FROM_ONE, max: Math.max(1, clusters.length) }}
            digits={2}
            onCommit={(number) => controller.select('cluster', number - 1)}
          />
        </>
      }
      {...slow}
      failure={failure === null ? null : `This iteration cannot be shown: ${failure}`}
      text={isReady ? describeFrame(inspection, { stage }, snapshot.algorithm, dataset) : null}
      formulaHeight="8.25rem"
      picture={
        isReady && (
          <IterationPlot
            observations={dataset.values}
            dimension={dataset.dimension}
            columns={dataset.columns}
            units={dataset.units}
            axes={columns}
            clusters={clusters}
            {...sceneOf(inspection, stage)}
          />
        )
      }
      evidence={
        isReady && (
          <div className={styles.bars} data-short>
            <ResponsibilityBars
              responsibilities={
                stage === 'distances' || stage === 'joint'
                  ? inspection.point.responsibilities
                  : inspection.shares
              }
            />
            <p className={styles.caption}>
              {stage === 'distances' || stage === 'joint'
                ? `Point ${inspection.point.row + 1} before the E-step`
                : `Point ${inspection.point.row + 1} after the E-step`}
            </p>
          </div>
        )
      }
    />
  );
}

/** What the picture shows of a frame. */
function sceneOf(inspection: EmIterationInspection, stage: IterationStage) {
  const { point, shares, cluster, clusterShares, after } = inspection;
  if (!isOfPoint(stage)) {
    const hasMoved = stage !== 'count';
    const [goal] = plotted([after]);
    return {
      point: null,
      moved: { cluster, shares: clusterShares, after: hasMoved ? goal : null },
    };
  }
  const nearest = Math.min(...point.distances);
  const strengths =
    stage === 'distances'
      ? point.distances.map((distance) => (distance > 0 ? nearest / distance : 1) ** 2)
      : stage === 'responsibilities'
        ? shares
        : point.posterior;
  return { point: { row: point.row, strengths }, moved: null };
}
