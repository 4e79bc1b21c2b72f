import { memo } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { settingsOf } from '../../lab.ts';
import { meanField } from '../lab.ts';
import { networkTargets, planeTargets, startOf } from '../targets.ts';
import styles from './Stage.module.css';

const PARTS = [
  { label: 'Plane', targets: planeTargets },
  { label: 'Network', targets: networkTargets },
].map(({ label, targets }) => ({
  label,
  segments: targets.map(({ value, short, comment }) => ({
    ...{ value, label: short, tooltip: comment },
  })),
}));

/** All targets, in the plane and networks: what was made of the others stays with them. */
export const TargetChoice = memo(function TargetChoice() {
  const controller = useController();
  const value = useDocument((document) => settingsOf(meanField, document).target);
  return (
    <div className={styles.targets} data-export="leave-out">
      {PARTS.map(({ label, segments }) => (
        <div key={label} className={styles.part}>
          <span aria-hidden="true">{label}</span>
          <Segmented
            {...{ label, segments, value }}
            onChange={(target) =>
              void controller.changeSettings({ target, start: startOf(target) })
            }
          />
        </div>
      ))}
    </div>
  );
});
