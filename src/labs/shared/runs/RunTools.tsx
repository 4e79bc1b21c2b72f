import {
  useController,
  useDocument,
  useExports,
  useRun,
  useViewEntry,
} from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { areRunsShown, keepRun } from './keptRuns.ts';
import styles from './RunTools.module.css';
import { areSeedsShown } from './seedRuns.ts';

/** Keeps the run that is open, and shows the table of those that are kept. */
export default function RunTools() {
  const controller = useController();
  const exports = useExports();
  const kept = useDocument((document) => document.kept?.length ?? 0);
  const isShown = useViewEntry(areRunsShown);
  const canKeep = useRun(({ snapshot, phase }) => snapshot !== null && phase !== 'failed');
  const isHidden = useRun(({ view }) => view.hidden.includes('keep'));
  if (!exports || isHidden) return null;
  return (
    <span className={styles.tools}>
      <Button
        size="small"
        variant="quiet"
        tooltip="Keep this run for comparison (K)"
        disabled={!canKeep}
        onClick={() => void keepRun(controller, exports)}
      >
        Keep run
      </Button>
      <Button
        size="small"
        variant="quiet"
        tooltip="Train these settings under many seeds (Shift+N)"
        disabled={!canKeep}
        onClick={() => controller.setEntry(areSeedsShown, () => true)}
      >
        Seeds
      </Button>
      {kept > 0 && (
        <Button
          size="small"
          variant="quiet"
          aria-pressed={isShown}
          tooltip="Table of the kept runs (Shift+K)"
          onClick={() => controller.setEntry(areRunsShown, (before) => !before)}
        >
          Compare {kept}
        </Button>
      )}
    </span>
  );
}
