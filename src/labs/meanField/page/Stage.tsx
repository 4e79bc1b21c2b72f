import { lazy } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { meanField } from '../lab.ts';
import { NetworkStage } from './network/NetworkStage.tsx';
import { PlaneStage } from './plane/PlaneStage.tsx';
import styles from './Stage.module.css';
import { TargetChoice } from './TargetChoice.tsx';

const NodeUpdateView = lazy(() => import('./network/NodeUpdateView.tsx'));
const UpdateView = lazy(() => import('./plane/update/UpdateView.tsx'));

/** The part of the lab that the target belongs to. */
export function Stage() {
  const { snapshot } = useDrawn(meanField);
  const isNetwork = snapshot?.part === 'network';
  return (
    <LabStage
      className={styles.stage}
      gridClassName={classNames(styles.grid, isNetwork && styles.network)}
      slowMotion={isNetwork ? <NodeUpdateView /> : <UpdateView />}
    >
      <TargetChoice />
      {snapshot?.part === 'plane' && <PlaneStage snapshot={snapshot} />}
      {isNetwork && <NetworkStage snapshot={snapshot} />}
    </LabStage>
  );
}
