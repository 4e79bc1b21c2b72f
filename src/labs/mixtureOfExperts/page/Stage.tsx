import { useMemo } from 'react';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { HalfStepButtons } from '../../shared/em/HalfStepButtons.tsx';
import { ModeSwitch } from '../../shared/em/ModeSwitch.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { mixtureOfExperts } from '../lab.ts';
import styles from './Stage.module.css';
import { ExpertsPanel } from './stage/ExpertsPanel.tsx';
import { GatePanel } from './stage/GatePanel.tsx';

/** The curve, its experts and their gate, and the bound of generalised EM. */
export function Stage() {
  const { snapshot } = useDrawn(mixtureOfExperts);
  const weights = useMemo(
    () => (snapshot ? snapshot.experts.map(({ count }) => count / snapshot.rows) : []),
    [snapshot],
  );
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid}>
      <div className={styles.bar} data-export="leave-out">
        <ModeSwitch mode="mixture-of-experts" />
        <HalfStepButtons ascent={snapshot} />
      </div>
      <div className={styles.curve}>
        <ExpertsPanel />
      </div>
      <div className={styles.shares}>
        <GatePanel />
        <ResponsibilitiesPanel sharing={snapshot} weights={weights} />
      </div>
      <div className={styles.bound}>
        <FreeEnergyPanel ascent={snapshot} kind="soft" />
      </div>
    </LabStage>
  );
}
