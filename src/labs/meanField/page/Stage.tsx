import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { meanField } from '../lab.ts';
import { PlaneStage } from './plane/PlaneStage.tsx';
import styles from './Stage.module.css';

/** The part of the lab that the target belongs to. */
export function Stage() {
  const { snapshot } = useDrawn(meanField);
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid}>
      {snapshot && <PlaneStage snapshot={snapshot} />}
    </LabStage>
  );
}
