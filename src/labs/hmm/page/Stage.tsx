import { lazy, useMemo } from 'react';
import { useController } from '../../../store/context.ts';
import { EditsOverModel } from '../../shared/editing/EditsOverModel.tsx';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { HalfStepButtons } from '../../shared/em/HalfStepButtons.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import grid from '../../shared/stage/StageGrid.module.css';
import { StageGrid, type StageLayout } from '../../shared/stage/StageGrid.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { hmm } from '../lab.ts';
import { RibbonPanel, SeriesPanel, TransitionPanel } from './panels.tsx';
import styles from './Stage.module.css';
import { createStateGestures } from './stateGestures.ts';

const PassesView = lazy(() => import('./PassesView.tsx'));

const HELP =
  'A moved mean is first an edit over the model: the responsibilities stay, and the gap opens. Play, Step and E-step continue from the moved mean; while EM plays, it does so at once. Clear the edits to restore the model.';

/** The series takes what room there is. */
const LAYOUT: StageLayout = {
  page: '"bar bar" auto "series series" 20rem "ribbon ribbon" 11rem "transitions bound" 18rem / minmax(0, 0.8fr) minmax(0, 1.2fr)',
  narrow:
    '"bar" auto "series" 18rem "ribbon" 11rem "transitions" 16rem "bound" 17rem / minmax(0, 1fr)',
  full: '"bar bar" auto "series series" minmax(0, 1fr) "ribbon ribbon" minmax(var(--least-ribbon), 0.4fr) "transitions bound" minmax(220px, 0.7fr) / minmax(0, 0.8fr) minmax(0, 1.2fr)',
  // As when presenting: transitions and the bound of EM beside the series.
  wide: '"bar bar" auto "series transitions" minmax(0, 1fr) "series bound" minmax(0, 0.15fr) "ribbon bound" minmax(0, 0.85fr) / minmax(0, 1.3fr) minmax(430px, 1fr)',
  // The ribbon needs its axis, and the bound its names.
  strip:
    '"bar bar" auto "series transitions" minmax(0, 1fr) "ribbon bound" minmax(0, 1fr) / minmax(0, 1.3fr) minmax(430px, 1fr)',
};
const PANELS = ['bar', 'series', 'ribbon', 'transitions', 'bound'];

/** The series, its states over time, how they follow one another, and the bound of EM. */
export function Stage() {
  const controller = useController();
  const { snapshot } = useDrawn(hmm);
  const gestures = useMemo(() => createStateGestures(controller), [controller]);
  return (
    <LabStage className={styles.stage} gridClassName={grid.around} slowMotion={<PassesView />}>
      <StageGrid layout={LAYOUT} names={PANELS} className={styles.grid}>
        <div className={styles.bar} data-export="leave-out">
          <HalfStepButtons ascent={snapshot} />
          <EditsOverModel clear={gestures.clear} bake={gestures.bake} help={HELP} />
        </div>
        <SeriesPanel />
        <RibbonPanel />
        <TransitionPanel />
        <FreeEnergyPanel ascent={snapshot} kind="soft" />
      </StageGrid>
    </LabStage>
  );
}
