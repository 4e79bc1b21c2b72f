import { lazy, memo, Suspense, useMemo } from 'react';
import { useController, useDocument, useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { settingsOf } from '../../../lab.ts';
import { meanField } from '../../lab.ts';
import { planeSettings } from '../../planeSettings.ts';
import { planeTargets } from '../../targets.ts';
import styles from './Plane.module.css';
import { createPlaneEditing } from './planeEditing.ts';

const SettingSlider = lazy(() =>
  whenUsable(() => import('../../../shared/stage/SettingSlider.tsx')),
);

interface TargetBarProps {
  /** The coordinate whose factor is updated next. */
  readonly next: string;
  /** q is where it was placed by hand. */
  readonly isPlaced: boolean;
  /** How many observations there are; null where the target has none. */
  readonly observations: number | null;
}

/**
 * The dial of the target, single updates, and q where it was placed by hand. Apart from the plane: it
 * has no part in a drag.
 */
export const TargetBar = memo(function TargetBar({ next, isPlaced, observations }: TargetBarProps) {
  const controller = useController();
  const editing = useMemo(() => createPlaneEditing(controller), [controller]);
  const settings = useDocument((document) => settingsOf(meanField, document));
  const isReady = useRun(({ phase }) => phase !== 'opening' && phase !== 'failed');
  const dial = planeTargets.find(({ value }) => value === settings.target)?.dial;
  const update = async (updates: number) => {
    await controller.pause();
    await controller.changeSettings({ stepKind: 'factor' });
    await controller.train(updates);
  };
  return (
    <section aria-label="Updates" className={styles.bar}>
      <div className={styles.dial}>
        {dial && (
          <div className={styles.slider}>
            <Suspense fallback={null}>
              <SettingSlider key={dial} name={dial} {...planeSettings[dial]} />
            </Suspense>
          </div>
        )}
        {observations !== null && (
          <p className={styles.note}>
            {observations} observations: drag them
            <Button size="small" onClick={editing.observeMore}>
              Add one
            </Button>
          </p>
        )}
      </div>
      <div className={styles.updates}>
        <Button
          variant="primary"
          disabled={!isReady}
          tooltip="The same as Step: the best factor given the other"
          onClick={() => void update(1)}
        >
          Update q({next})
        </Button>
        <Button
          disabled={!isReady}
          tooltip="Both factors, one after the other"
          onClick={() => void update(2)}
        >
          Sweep
        </Button>
        <Switch
          label="Gibbs"
          checked={settings.gibbs}
          onChange={(gibbs) => void controller.changeSettings({ gibbs })}
        />
        <Button size="small" disabled={!isPlaced} onClick={() => void editing.takeBack()}>
          Put q back
        </Button>
      </div>
    </section>
  );
});
