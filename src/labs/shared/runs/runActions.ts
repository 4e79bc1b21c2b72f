/** What comparing runs does at keys. */
import type { LabController } from '../../../store/controller.ts';
import type { LabParts, StageAction } from '../../page.ts';
import { areRunsShown, keepRun } from './keptRuns.ts';
import { areSeedsShown } from './seedRuns.ts';

export const runActions = (
  controller: LabController,
  exports: LabParts['exports'] | undefined,
): readonly StageAction[] => [
  {
    id: 'keep-run',
    label: 'Keep this run for comparison',
    keys: ['K'],
    run: () => void keepRun(controller, exports),
  },
  {
    id: 'kept-runs',
    label: 'Show or hide the kept runs',
    keys: ['Shift+K'],
    run: () => controller.setEntry(areRunsShown, (before) => !before),
  },
  {
    id: 'seeds',
    label: 'Train several seeds',
    keys: ['Shift+N'],
    run: () => controller.setEntry(areSeedsShown, () => true),
  },
];
