import { lazy, Suspense } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import layout from '../../shared/stage/PartsStage.module.css';
import { SettingSegments } from '../../shared/stage/SettingSegments.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { bounds } from '../lab.ts';
import styles from './Stage.module.css';
import { WeightsStage } from './weights/WeightsStage.tsx';

// What the first picture does not need comes when it is asked for.
const SignalStage = lazy(() => import('./signal/SignalStage.tsx'));
const AnnealingStage = lazy(() => import('./annealing/AnnealingStage.tsx'));
const SetView = lazy(() => import('./slow/SetView.tsx'));
const FilterStage = lazy(() => import('./filter/FilterStage.tsx'));

/** The part that is chosen. */
export function Stage() {
  const { snapshot } = useDrawn(bounds);
  return (
    <LabStage
      className={classNames(layout.stage, styles.stage)}
      gridClassName={layout.grid}
      tellsBreakdown
      slowMotion={snapshot?.part === 'weights' ? <SetView view={snapshot} /> : undefined}
    >
      <div className={layout.bar} data-export="leave-out">
        <SettingSegments of={bounds} name="part" label="Part of the lab" />
      </div>
      {snapshot?.part === 'weights' && <WeightsStage view={snapshot} />}
      <Suspense fallback={null}>
        {snapshot?.part === 'signal' && <SignalStage view={snapshot} />}
        {snapshot?.part === 'annealing' && <AnnealingStage view={snapshot} />}
        {snapshot?.part === 'filter' && <FilterStage view={snapshot} />}
      </Suspense>
    </LabStage>
  );
}
