import type { OwnData, OwnForm } from '../../../datasets/ownData.ts';
import { type OwnDataPlace, settingsFor } from '../../../models/parts/ownDataSettings.ts';
import type { LabController } from '../../../store/controller.ts';
import { fromSeed } from '../../../store/document.ts';
import { announce } from '../../../ui/LiveRegion.tsx';

export const POINTS_PLACE: OwnDataPlace = { setting: 'dataset', form: 'points' };
export const SERIES_PLACE: OwnDataPlace = { setting: 'signal', form: 'series' };

const THINGS: Readonly<Record<OwnForm, string>> = { points: 'points', series: 'steps' };

/** Opens the lab on own data, scaled as suits them: a start from the seed, and one step of undo. */
export async function openOwnData(
  controller: LabController,
  ownData: OwnData,
  { setting, form }: OwnDataPlace,
): Promise<void> {
  const document = controller.document.getState();
  const settings = { ...document.settings, [setting]: 'own', ...settingsFor(ownData, form) };
  await controller.openDocument({ ...document, settings, ownData, origin: fromSeed(), edits: [] });
  // What the lab refuses is told of on its stage.
  if (controller.run.getState().phase !== 'failed')
    announce(`${ownData.rows} own ${THINGS[form]} are open.`);
}
