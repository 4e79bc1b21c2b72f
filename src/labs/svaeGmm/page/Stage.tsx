import { lazy, Suspense, useEffect, useState } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { CsvInHand } from '../../shared/ownData/CsvInHand.tsx';
import { useWantsPoints } from '../../shared/ownData/points/useWantsPoints.ts';
import { FIRST_AXES } from '../../shared/stage/AxisChoice.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { StageTrouble } from '../../shared/stage/StageTrouble.tsx';
import { useFlags } from '../../shared/stage/viewFlags.ts';
import styles from './Stage.module.css';
import { ClusterStrip } from './stage/ClusterStrip.tsx';
import { DataPanel } from './stage/DataPanel.tsx';
import { GmmBoundPanel } from './stage/GmmBoundPanel.tsx';
import { LatentPanel } from './stage/LatentPanel.tsx';
import { FIRST_LAYERS, SAMPLE_COUNT } from './stage/layers.ts';
import { WeightsPanel } from './stage/WeightsPanel.tsx';

const IterationView = lazy(() =>
  import('./iteration/IterationView.tsx').then((module) => ({ default: module.IterationView })),
);

/** The plots of the lab, and what one does with the clusters in them. */
export function Stage() {
  const controller = useController();
  const slowMotion = useRun((state) => state.slowMotion);
  // Here, so that the slow motion shows the same, and both are as they were when it closes.
  const [columns, setColumns] = useState(FIRST_AXES);
  const [axes, setAxes] = useState(FIRST_AXES);
  const { flags: layers, setFlag: setLayer } = useFlags(FIRST_LAYERS);
  useEffect(() => {
    controller.setView({ samples: layers.samples ? SAMPLE_COUNT : 0 });
  }, [controller, layers.samples]);
  const isWanting = useWantsPoints();
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  return (
    <div className={classNames(planes.stage, styles.stage)}>
      {slowMotion ? (
        <Suspense fallback={null}>
          <IterationView columns={columns} axes={axes} />
        </Suspense>
      ) : (
        <div className={planes.grid} data-stage-part="stage" inert={isDown}>
          <DataPanel layers={layers} onLayer={setLayer} axes={columns} onAxes={setColumns} />
          <LatentPanel layers={layers} onLayer={setLayer} axes={axes} onAxes={setAxes} />
          <div className={planes.strip} data-export="leave-out">
            <ClusterStrip />
          </div>
          <div className={planes.charts}>
            <GmmBoundPanel />
            <WeightsPanel />
          </div>
        </div>
      )}
      <StageTrouble isWanting={isWanting} />
      <CsvInHand />
    </div>
  );
}
