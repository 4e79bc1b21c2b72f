import { lazy, Suspense, useEffect } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import layout from '../../shared/stage/PartsStage.module.css';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { meanField } from '../lab.ts';
import { PlaneStage } from './plane/PlaneStage.tsx';
import styles from './Stage.module.css';
import { TargetChoice } from './TargetChoice.tsx';

const networkStage = () =>
  import('./network/NetworkStage.tsx').then((module) => ({ default: module.NetworkStage }));
const NetworkStage = lazy(networkStage);
const NodeUpdateView = lazy(() => import('./network/NodeUpdateView.tsx'));
const UpdateView = lazy(() => import('./plane/update/UpdateView.tsx'));

/** The part of the lab that the target belongs to. */
export function Stage() {
  const { snapshot } = useDrawn(meanField);
  const isNetwork = snapshot?.part === 'network';
  // There by the time a network is chosen.
  useEffect(() => void whenUsable(networkStage), []);
  return (
    <LabStage
      className={classNames(layout.stage, styles.stage)}
      gridClassName={classNames(layout.grid, styles.grid)}
      slowMotion={isNetwork ? <NodeUpdateView /> : <UpdateView />}
    >
      <TargetChoice />
      {snapshot?.part === 'plane' && <PlaneStage snapshot={snapshot} />}
      {isNetwork && (
        <Suspense fallback={null}>
          <NetworkStage snapshot={snapshot} />
        </Suspense>
      )}
    </LabStage>
  );
}
