import type { LabController } from '../../../store/controller.ts';
import type { StageAction } from '../../page.ts';

let opener: Element | null = null;

/** What had the focus before the view took the place of the stage. */
export const openedFrom = (): Element | null => opener;

/** Opens or closes the view that takes the place of the stage; the focus returns when it closes. */
export async function setSlowMotion(controller: LabController, slowMotion: boolean): Promise<void> {
  if (slowMotion) opener = document.activeElement;
  await controller.setSlowMotion(slowMotion);
}

/** Opens and closes it by key, also where one presents and its button is out of sight. */
export function slowMotionAction(controller: LabController, label: string): StageAction {
  const run = () => {
    const { view, phase, snapshot } = controller.run.getState();
    if (snapshot !== null && phase !== 'failed') void setSlowMotion(controller, !view.slowMotion);
  };
  return { id: 'slow-motion', label, keys: ['I'], run };
}
