import { useMemo } from 'react';
import { useSnapshot } from '../../../store/context.ts';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { HalfStepButtons } from '../../shared/em/HalfStepButtons.tsx';
import { ModeSwitch } from '../../shared/em/ModeSwitch.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { useWantsPoints } from '../../shared/ownData/points/useWantsPoints.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { mixtureOfExperts } from '../lab.ts';
import styles from './Stage.module.css';
import { ExpertsPanel } from './stage/ExpertsPanel.tsx';
import { GatePanel } from './stage/GatePanel.tsx';

const NO_DATA = 'The ELBO appears here when there are points.';

/** The curve, its experts and their gate, and the climb of generalised EM. */
export function Stage() {
  const isWanting = useWantsPoints();
  const snapshot = useSnapshot(mixtureOfExperts);
  const weights = useMemo(
    () =>
      isWanting || !snapshot ? [] : snapshot.experts.map(({ count }) => count / snapshot.rows),
    [isWanting, snapshot],
  );
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid} isWanting={isWanting}>
      <div className={styles.bar} data-export="leave-out">
        <ModeSwitch mode="mixture-of-experts" />
        <HalfStepButtons climb={snapshot} />
      </div>
      <div className={styles.curve}>
        <ExpertsPanel />
      </div>
      <div className={styles.shares}>
        <GatePanel />
        <ResponsibilitiesPanel sharing={isWanting ? null : snapshot} weights={weights} />
      </div>
      <div className={styles.climb}>
        <FreeEnergyPanel climb={snapshot} kind="soft" emptyBecause={isWanting ? NO_DATA : null} />
      </div>
    </LabStage>
  );
}
