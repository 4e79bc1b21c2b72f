import { useMemo } from 'react';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { HalfStepButtons } from '../../shared/em/HalfStepButtons.tsx';
import { ModeSwitch } from '../../shared/em/ModeSwitch.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import grid from '../../shared/stage/StageGrid.module.css';
import { StageGrid, type StageLayout } from '../../shared/stage/StageGrid.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { mixtureOfExperts } from '../lab.ts';
import styles from './Stage.module.css';
import { ExpertsPanel } from './stage/ExpertsPanel.tsx';
import { GatePanel } from './stage/GatePanel.tsx';

/** The curve takes what room there is, the bound what is left. */
const LAYOUT: StageLayout = {
  page: '"bar bar" auto "curve shares" auto "bound bound" 17rem / minmax(0, 1.35fr) minmax(0, 1fr)',
  // Half-steps, curve and gap follow one another, so that all three are on one screen.
  narrow: '"bar" auto "curve" auto "bound" 16rem "shares" auto / minmax(0, 1fr)',
  full: '"bar bar" auto "curve shares" minmax(0, 1fr) "bound bound" minmax(236px, 0.5fr) / minmax(0, 1.35fr) minmax(0, 1fr)',
  // As when presenting: all three side by side, so that figure 2.2 gets the height.
  wide: '"bar bar bar" auto "curve shares bound" minmax(0, 1fr) / minmax(0, 1.05fr) minmax(0, 0.8fr) minmax(430px, 1.15fr)',
};
const PANELS = ['bar', 'curve', 'shares', 'bound'];

/** The curve, its experts and their gate, and the bound of generalised EM. */
export function Stage() {
  const { snapshot } = useDrawn(mixtureOfExperts);
  const weights = useMemo(
    () => (snapshot ? snapshot.experts.map(({ count }) => count / snapshot.rows) : []),
    [snapshot],
  );
  return (
    <LabStage className={styles.stage} gridClassName={grid.around}>
      <StageGrid layout={LAYOUT} names={PANELS} className={styles.grid}>
        <div className={styles.bar} data-export="leave-out">
          <ModeSwitch mode="mixture-of-experts" />
          <HalfStepButtons ascent={snapshot} />
        </div>
        <ExpertsPanel />
        <div className={styles.shares}>
          <GatePanel />
          <ResponsibilitiesPanel sharing={snapshot} weights={weights} />
        </div>
        <FreeEnergyPanel ascent={snapshot} kind="soft" />
      </StageGrid>
    </LabStage>
  );
}
