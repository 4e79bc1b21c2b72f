import type { OwnData, OwnForm } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { ownDataPlace } from '../settings/ownDataSettings.ts';

const THINGS: Readonly<Record<OwnForm, string>> = {
  ...{ points: 'points', series: 'steps', texts: 'documents' },
};

/** Opens the lab on own data, scaled as suits them: a start from the seed, and one step of undo. */
export async function openOwnData(controller: LabController, ownData: OwnData): Promise<void> {
  const { settingsFor } = await import('../settings/scalingSettings.ts');
  const { lab, settings } = controller.document.getState();
  const place = ownDataPlace(controller.labNamed(lab).table);
  if (!place) throw new Error(`The lab "${lab}" takes no data of your own.`);
  const { setting, form } = place;
  const scaled = { ...settings, [setting]: 'own', ...settingsFor(ownData, form) };
  await controller.startAgain({ settings: scaled, ownData });
  // The stage of the lab reports what the lab refuses.
  if (controller.run.getState().phase !== 'failed')
    announce(`${ownData.rows} own ${THINGS[form]} are open.`);
}
