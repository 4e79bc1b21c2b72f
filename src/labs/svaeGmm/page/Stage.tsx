import { lazy, memo, useState } from 'react';
import { useSnapshot } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { FIRST_AXES } from '../../shared/stage/AxisChoice.tsx';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { trialInWords } from '../../shared/stage/trialInWords.ts';
import { useLayers, useSentSamples } from '../../shared/stage/useLayers.ts';
import { svaeGmm } from '../lab.ts';
import { svaeGmmLayers } from '../layers.ts';
import styles from './Stage.module.css';
import { ClusterStrip } from './stage/ClusterStrip.tsx';
import { DataPanel } from './stage/DataPanel.tsx';
import { LatentPanel } from './stage/LatentPanel.tsx';

const WeightsPanel = lazy(() => whenUsable(() => import('./stage/WeightsPanel.tsx')));
const IterationView = lazy(() => import('./iteration/IterationView.tsx'));

/** The plots of the lab, and what one does with the clusters in them. */
export function Stage() {
  // Here, so that the slow motion shows the same, and both are as they were when it closes.
  const [columns, setColumns] = useState(FIRST_AXES);
  const [axes, setAxes] = useState(FIRST_AXES);
  useSentSamples(useLayers(svaeGmmLayers).shown.samples);
  return (
    <LabStage
      className={classNames(planes.stage, styles.stage)}
      gridClassName={planes.grid}
      slowMotion={<IterationView columns={columns} axes={axes} />}
    >
      <DataPanel axes={columns} onAxes={setColumns} />
      <LatentPanel axes={axes} onAxes={setAxes} />
      <div className={planes.strip} data-export="leave-out">
        <ClusterStrip />
      </div>
      <div className={planes.charts}>
        <Bound />
        <LaterPanel name="Cluster weights" part="weights" panel={WeightsPanel} />
      </div>
    </LabStage>
  );
}

/** The bound, and the structural move on trial: the bound does not change meanwhile. */
const Bound = memo(function Bound() {
  return <BoundPanel news={trialInWords(useSnapshot(svaeGmm)?.onTrial)} />;
});
