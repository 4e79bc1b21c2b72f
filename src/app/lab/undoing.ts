/** Undo and redo as a person calls for them: said to screen readers, who are not shown what changed. */
import type { LabController } from '../../store/controller.ts';
import { announce } from '../../ui/LiveRegion.tsx';

export function undo(controller: LabController): void {
  const { pastStates } = controller.document.temporal.getState();
  announce(pastStates.length > 0 ? 'Undone.' : 'There is nothing to undo.');
  void controller.undo();
}

export function redo(controller: LabController): void {
  const { futureStates } = controller.document.temporal.getState();
  announce(futureStates.length > 0 ? 'Redone.' : 'There is nothing to redo.');
  void controller.redo();
}
