import { lazy, Suspense } from 'react';
import { useDocument } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { settingsOf } from '../../lab.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import layout from '../../shared/stage/PartsStage.module.css';
import { SettingSegments } from '../../shared/stage/SettingSegments.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { estimators } from '../lab.ts';
import { estimatorsTable } from '../settings.ts';
import { DrawsStage } from './draws/DrawsStage.tsx';
import styles from './Stage.module.css';

// What the first picture does not need comes when it is asked for.
const RaceStage = lazy(() => import('./race/RaceStage.tsx'));
const FormulaEntry = lazy(() => import('./FormulaEntry.tsx'));
const SettingSlider = lazy(() => import('../../shared/stage/SettingSlider.tsx'));
const DrawView = lazy(() => import('./slow/DrawView.tsx'));

/** The part that is chosen, and over it what is drawn from. */
export function Stage() {
  const { snapshot } = useDrawn(estimators);
  const hasDraws = snapshot?.part === 'draws';
  return (
    <LabStage
      className={classNames(layout.stage, styles.stage)}
      gridClassName={layout.grid}
      tellsBreakdown
      slowMotion={hasDraws ? <DrawView view={snapshot} /> : undefined}
    >
      <PartBar />
      {snapshot?.part === 'draws' && <DrawsStage view={snapshot} />}
      <Suspense fallback={null}>
        {snapshot?.part === 'race' && <RaceStage view={snapshot} />}
      </Suspense>
    </LabStage>
  );
}

/** Which part, which q, in how many dimensions, and the formula where f is one's own. */
function PartBar() {
  const { snapshot } = useDrawn(estimators);
  const isOwn = useDocument((document) => {
    const { f, q } = settingsOf(estimators, document);
    return f === 'own' && q === 'gaussian';
  });
  return (
    <div className={layout.bar} data-export="leave-out">
      <SettingSegments of={estimators} name="part" label="Part of the lab" />
      <SettingSegments of={estimators} name="q" label="Distribution q" />
      <div className={styles.slider}>
        <Suspense fallback={null}>
          <SettingSlider name="dimension" {...estimatorsTable.settings.dimension} />
        </Suspense>
      </div>
      <Suspense fallback={null}>
        {isOwn && snapshot && <FormulaEntry formula={snapshot.formula} />}
      </Suspense>
    </div>
  );
}
