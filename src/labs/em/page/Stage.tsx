import { lazy, Suspense, useMemo, useState } from 'react';
import { useRun, useSnapshot } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { CsvInHand } from '../../shared/ownData/CsvInHand.tsx';
import { useWantsPoints } from '../../shared/ownData/points/useWantsPoints.ts';
import { FIRST_AXES, validAxes } from '../../shared/stage/AxisChoice.tsx';
import planes from '../../shared/stage/PlanesAndCharts.module.css';
import { StageTrouble } from '../../shared/stage/StageTrouble.tsx';
import { em } from '../lab.ts';
import { LandscapePanel } from './landscape/LandscapePanel.tsx';
import styles from './Stage.module.css';
import { AlgorithmBar } from './stage/AlgorithmBar.tsx';
import { ascentKind } from './stage/ascentKind.ts';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';

const IterationView = lazy(() =>
  import('./iteration/IterationView.tsx').then((module) => ({ default: module.IterationView })),
);

const NO_DATA = 'The ELBO appears here when there are points.';

/** The plots of the lab, and what one does with algorithm and means. */
export function Stage() {
  const [columns, setColumns] = useState(FIRST_AXES);
  const dimension = useRun((state) => state.dataset?.dimension ?? 2);
  const axes = useMemo(() => validAxes(columns, dimension), [columns, dimension]);
  const slowMotion = useRun((state) => state.slowMotion);
  const isWanting = useWantsPoints();
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  const snapshot = useSnapshot(em);
  const weights = useMemo(
    () => (isWanting ? [] : (snapshot?.clusters ?? []).map(({ weight }) => weight)),
    [isWanting, snapshot],
  );
  return (
    <div className={classNames(planes.stage, styles.stage)}>
      {slowMotion ? (
        <Suspense fallback={null}>
          <IterationView columns={axes} />
        </Suspense>
      ) : (
        <div
          className={classNames(planes.grid, styles.grid)}
          data-stage-part="stage"
          inert={isDown}
        >
          <div className={classNames(planes.strip, styles.bar)} data-export="leave-out">
            <AlgorithmBar />
          </div>
          <div className={styles.observations}>
            <ObservationsPanel axes={axes} onAxes={setColumns} />
          </div>
          <div className={styles.landscape}>
            <LandscapePanel />
          </div>
          <div className={classNames(planes.charts, styles.charts)}>
            <FreeEnergyPanel
              climb={snapshot}
              kind={ascentKind(snapshot?.algorithm ?? 'k-means')}
              emptyBecause={isWanting ? NO_DATA : null}
            />
            <ResponsibilitiesPanel sharing={isWanting ? null : snapshot} weights={weights} />
          </div>
        </div>
      )}
      <StageTrouble isWanting={isWanting} />
      <CsvInHand />
    </div>
  );
}
