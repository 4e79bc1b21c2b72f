import { useId } from 'react';
import { useController, useDocument, useExports, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import styles from '../sideSection.module.css';
import { areRunsShown, keepRun } from './keptRuns.ts';
import { areSeedsShown } from './seedRuns.ts';

/** Keeping runs for comparison, in the column of the settings: not all labs have a chart of training. */
export function RunsSection() {
  const controller = useController();
  const exports = useExports();
  const id = useId();
  const kept = useDocument((document) => document.kept?.length ?? 0);
  const canKeep = useRun(({ snapshot, phase }) => snapshot !== null && phase !== 'failed');
  return (
    <section className={classNames(styles.section, styles.last)} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        Compare runs
      </h3>
      <div className={styles.buttons}>
        <Button
          size="small"
          tooltip="Keep this run for comparison (K)"
          disabled={!canKeep}
          onClick={() => void keepRun(controller, exports)}
        >
          Keep this run
        </Button>
        <Button
          size="small"
          tooltip="Table of the kept runs (Shift+K)"
          onClick={() => controller.setEntry(areRunsShown, (before) => !before)}
        >
          Kept runs: {kept}
        </Button>
        <Button
          size="small"
          tooltip="Train these settings under many seeds (Shift+N)"
          disabled={!canKeep}
          onClick={() => controller.setEntry(areSeedsShown, () => true)}
        >
          Train several seeds
        </Button>
      </div>
    </section>
  );
}
