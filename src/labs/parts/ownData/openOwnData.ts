import type { OwnData } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import { FROM_SEED } from '../../../store/document.ts';
import { announce } from '../../../ui/LiveRegion.tsx';

/**
 * Opens the lab on own data: a start from the seed, and one step of undo.
 *
 * @param setting the choice of data in the lab's table, with "own" among its values
 * @param things what the rows are: "points"
 */
export async function openOwnData(
  controller: LabController,
  ownData: OwnData,
  setting: string,
  things: string,
): Promise<void> {
  const document = controller.document.getState();
  const settings = { ...document.settings, [setting]: 'own' };
  await controller.openDocument({ ...document, settings, ownData, origin: FROM_SEED, edits: [] });
  // What the lab refuses is told of on its stage.
  if (controller.run.getState().phase !== 'failed')
    announce(`${ownData.rows} own ${things} are open.`);
}
