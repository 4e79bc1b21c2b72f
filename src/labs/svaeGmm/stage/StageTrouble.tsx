import { svaeGmmTable } from '../../../models/svaeGmm/settings.ts';
import { defaultValues } from '../../../settings/values.ts';
import { useController, useRun, useUndo } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './StageTrouble.module.css';
import { useWantsPoints } from './useWantsPoints.ts';

/** The lab could not be opened: why, and the ways out. */
export function StageTrouble() {
  const controller = useController();
  const failure = useRun((state) => state.failure);
  const { canUndo } = useUndo();
  // That own points are missing is no failure: the data plot asks for them.
  const isWanting = useWantsPoints();
  if (failure === null || isWanting) return null;
  return (
    <div className={styles.cover}>
      <div role="alert" className={styles.card}>
        <h2 className={styles.title}>
          <Icon name="problem" /> The lab cannot run like this
        </h2>
        <p>{failure}</p>
        <div className={styles.actions}>
          {canUndo && (
            <Button icon="undo" onClick={() => void controller.undo()}>
              Take the last change back
            </Button>
          )}
          <Button
            icon="restart"
            onClick={() => void controller.changeSettings(defaultValues(svaeGmmTable))}
          >
            Default settings
          </Button>
          <Button onClick={() => void controller.start()}>Try again</Button>
        </div>
      </div>
    </div>
  );
}
