import { lazy, useMemo, useState } from 'react';
import { useRun } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { FIRST_AXES, validAxes } from '../../shared/stage/AxisChoice.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { em } from '../lab.ts';
import styles from './Stage.module.css';
import { AlgorithmBar } from './stage/AlgorithmBar.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { startInWords } from './stage/startInWords.ts';

const LandscapePanel = lazy(() => whenUsable(() => import('./landscape/LandscapePanel.tsx')));
const IterationView = lazy(() => import('./iteration/IterationView.tsx'));

/** What of Theorem 16 holds for an algorithm. */
const ASCENT = {
  'k-means': 'hard',
  'soft-k-means': 'soft',
  gmm: 'soft',
  'bayesian-gmm': 'bayesian',
} as const;

/** The plots of the lab, and what one does with algorithm and means. */
export function Stage() {
  const [columns, setColumns] = useState(FIRST_AXES);
  const dimension = useRun((state) => state.dataset?.dimension ?? 2);
  const axes = useMemo(() => validAxes(columns, dimension), [columns, dimension]);
  const { snapshot } = useDrawn(em);
  const weights = useMemo(() => (snapshot?.clusters ?? []).map(({ weight }) => weight), [snapshot]);
  return (
    <LabStage
      className={classNames(planes.stage, styles.stage)}
      gridClassName={classNames(planes.grid, styles.grid)}
      slowMotion={<IterationView columns={axes} />}
    >
      <div className={classNames(planes.strip, styles.bar)} data-export="leave-out">
        <AlgorithmBar />
      </div>
      <div className={styles.observations}>
        <ObservationsPanel axes={axes} onAxes={setColumns} />
      </div>
      <div className={styles.landscape}>
        <LaterPanel name="Landscape" part="landscape" panel={LandscapePanel} />
      </div>
      <div className={classNames(planes.charts, styles.charts)}>
        <FreeEnergyPanel
          ascent={snapshot}
          kind={ASCENT[snapshot?.algorithm ?? 'k-means']}
          beginning={startInWords(snapshot?.startChoice ?? null)}
        />
        <ResponsibilitiesPanel sharing={snapshot} weights={weights} />
      </div>
    </LabStage>
  );
}
