import { lazy, Suspense } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { settingsOf } from '../../lab.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { estimators } from '../lab.ts';
import { estimatorsTable } from '../settings.ts';
import { DrawsStage } from './draws/DrawsStage.tsx';
import styles from './Stage.module.css';

// What the first picture does not need comes when it is asked for.
const RaceStage = lazy(() => import('./race/RaceStage.tsx'));
const FormulaEntry = lazy(() => import('./FormulaEntry.tsx'));
const DrawView = lazy(() => import('./slow/DrawView.tsx'));

/** The part that is chosen, and over it what is drawn from. */
export function Stage() {
  const { snapshot } = useDrawn(estimators);
  const hasDraws = snapshot?.part === 'draws';
  return (
    <LabStage
      className={styles.stage}
      gridClassName={styles.grid}
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

const segments = (name: 'part' | 'q') =>
  estimatorsTable.settings[name].options.map((option) => ({
    ...{ value: option.value, label: option.label },
    tooltip: 'help' in option ? option.help : undefined,
  }));
const PARTS = segments('part');
const KINDS = segments('q');

/** Which part, which q, and the formula where f is one's own. */
function PartBar() {
  const controller = useController();
  const { snapshot } = useDrawn(estimators);
  const part = useDocument((document) => settingsOf(estimators, document).part);
  const q = useDocument((document) => settingsOf(estimators, document).q);
  const isOwn = useDocument((document) => settingsOf(estimators, document).f === 'own');
  return (
    <div className={styles.bar} data-export="leave-out">
      <Segmented
        label="Part of the lab"
        value={part}
        segments={PARTS}
        onChange={(next) => void controller.changeSettings({ part: next })}
      />
      <Segmented
        label="Distribution q"
        value={q}
        segments={KINDS}
        onChange={(next) => void controller.changeSettings({ q: next })}
      />
      <Suspense fallback={null}>
        {isOwn && q === 'gaussian' && snapshot && <FormulaEntry formula={snapshot.formula} />}
      </Suspense>
    </div>
  );
}
