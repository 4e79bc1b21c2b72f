import { lazy, useMemo } from 'react';
import { useController } from '../../../store/context.ts';
import { EditsOverModel } from '../../shared/editing/EditsOverModel.tsx';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { HalfStepButtons } from '../../shared/em/HalfStepButtons.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { hmm } from '../lab.ts';
import { RibbonPanel, SeriesPanel, TransitionPanel } from './panels.tsx';
import styles from './Stage.module.css';
import { createStateGestures } from './stateGestures.ts';

const PassesView = lazy(() => import('./PassesView.tsx'));

const HELP =
  'A moved mean is first an edit over the model: the responsibilities stay, and the gap opens. Play, Step and E-step continue from the moved mean; while EM plays, it does so at once. Clear the edits to restore the model.';

/** The series, its states over time, how they follow one another, and the bound of EM. */
export function Stage() {
  const controller = useController();
  const { snapshot } = useDrawn(hmm);
  const gestures = useMemo(() => createStateGestures(controller), [controller]);
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid} slowMotion={<PassesView />}>
      <div className={styles.bar} data-export="leave-out">
        <HalfStepButtons ascent={snapshot} />
        <EditsOverModel clear={gestures.clear} bake={gestures.bake} help={HELP} />
      </div>
      <div className={styles.series}>
        <SeriesPanel />
      </div>
      <div className={styles.ribbon}>
        <RibbonPanel />
      </div>
      <div className={styles.transitions}>
        <TransitionPanel />
      </div>
      <div className={styles.bound}>
        <FreeEnergyPanel ascent={snapshot} kind="soft" />
      </div>
    </LabStage>
  );
}
