import { lazy, Suspense, useEffect } from 'react';
import { createKeptRunsStorage } from '../../../files/keptRuns.ts';
import { useController, useExports, useLab, useRun, useViewEntry } from '../../../store/context.ts';
import { notices } from '../../../ui/notices.ts';
import type { StageAction } from '../../page.ts';
import { KeptRuns } from './KeptRuns.tsx';
import { areRunsShown } from './keptRuns.ts';
import { runActions } from './runActions.ts';
import { bringRuns } from './runsOnDevice.ts';
import { areSeedsShown, seedTraining } from './seedRuns.ts';
import { keptTraining } from './trainKept.ts';

export interface LabRunsProps {
  /** What the address says after the question mark. */
  readonly linkState: string;
  /** Called with the actions for its keys, and with none at the end. */
  readonly onActions: (actions: readonly StageAction[]) => void;
}

const SeedsDialog = lazy(() => import('./SeedsDialog.tsx'));

/** By their ids. */
const NOTICES = ['kept-run', 'seeds'];

const storage = createKeptRunsStorage();

/** Runs of a lab next to each other: brings those that are kept, and shows them below the stage. */
export default function LabRuns({ linkState, onActions }: LabRunsProps) {
  const controller = useController();
  const exports = useExports();
  const lab = useLab();
  const visit = useRun((run) => run.visit);
  const isShown = useViewEntry(areRunsShown);
  const areSeeds = useViewEntry(areSeedsShown);
  const isHidden = useRun(({ view }) => view.hidden.includes('keep'));
  useEffect(() => {
    if (isHidden) return;
    onActions(runActions(controller, exports));
    return () => onActions([]);
  }, [controller, exports, onActions, isHidden]);
  useEffect(() => {
    // Before the first visit nothing is open.
    if (visit === 0) return;
    return bringRuns({ controller, storage, lab: lab.id, linkState });
  }, [controller, lab, linkState, visit]);
  useEffect(() => {
    // What was trained and told belongs to the visit, and workers end with it.
    if (visit > 0)
      return () => {
        seedTraining(controller).clear();
        keptTraining(controller).clear();
        for (const id of NOTICES) notices.dismiss(id);
      };
  }, [controller, visit]);
  return (
    <>
      {isShown && <KeptRuns />}
      {areSeeds && (
        <Suspense fallback={null}>
          <SeedsDialog />
        </Suspense>
      )}
    </>
  );
}
