import type { LabController } from '../../../store/controller.ts';

/** Opens or closes the view that takes the place of the stage; training is paused before it opens. */
export async function setSlowMotion(controller: LabController, slowMotion: boolean): Promise<void> {
  if (slowMotion) await controller.pause();
  controller.run.setState({ slowMotion });
}
