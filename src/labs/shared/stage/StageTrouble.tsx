import type { SettingValue } from '../../../settings/settingsTable.ts';
import { defaultValues } from '../../../settings/values.ts';
import { useController, useLab, useRun, useUndo } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './StageTrouble.module.css';

export interface StageTroubleProps {
  /** What is likely to help, as settings; null when the lab knows of nothing. */
  readonly remedy?:
    | {
        readonly label: string;
        readonly settings: Readonly<Record<string, SettingValue>>;
      }
    | null
    | undefined;
}

/** The lab could not be opened: why, and the ways out. */
export function StageTrouble({ remedy = null }: StageTroubleProps) {
  const controller = useController();
  const { table } = useLab();
  const failure = useRun((state) => state.failure);
  const { canUndo } = useUndo();
  if (failure === null) return null;
  return (
    <div className={styles.cover}>
      <div role="alert" className={styles.card}>
        <h2 className={styles.title}>
          <Icon name="problem" /> The lab cannot run like this
        </h2>
        <p>{failure}</p>
        <div className={styles.actions}>
          {remedy && (
            <Button
              variant="primary"
              onClick={() => void controller.changeSettings(remedy.settings)}
            >
              {remedy.label}
            </Button>
          )}
          {canUndo && (
            <Button icon="undo" onClick={() => void controller.undo()}>
              Undo the last change
            </Button>
          )}
          <Button
            icon="restart"
            onClick={() => void controller.changeSettings(defaultValues(table))}
          >
            Default settings
          </Button>
          <Button onClick={() => void controller.start()}>Try again</Button>
        </div>
      </div>
    </div>
  );
}
