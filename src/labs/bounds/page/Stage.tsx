import { lazy, Suspense } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { settingsOf } from '../../lab.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { bounds } from '../lab.ts';
import { boundsTable } from '../settings.ts';
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
      className={styles.stage}
      gridClassName={styles.grid}
      tellsBreakdown
      slowMotion={snapshot?.part === 'weights' ? <SetView view={snapshot} /> : undefined}
    >
      <PartBar />
      {snapshot?.part === 'weights' && <WeightsStage view={snapshot} />}
      <Suspense fallback={null}>
        {snapshot?.part === 'signal' && <SignalStage view={snapshot} />}
        {snapshot?.part === 'annealing' && <AnnealingStage view={snapshot} />}
        {snapshot?.part === 'filter' && <FilterStage view={snapshot} />}
      </Suspense>
    </LabStage>
  );
}

const PARTS = boundsTable.settings.part.options.map(({ value, label, help }) => ({
  ...{ value, label, tooltip: help },
}));

function PartBar() {
  const controller = useController();
  const part = useDocument((document) => settingsOf(bounds, document).part);
  return (
    <div className={styles.bar} data-export="leave-out">
      <Segmented
        label="Part of the lab"
        value={part}
        segments={PARTS}
        onChange={(next) => void controller.changeSettings({ part: next })}
      />
    </div>
  );
}
