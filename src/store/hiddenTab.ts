import type { LabController } from './controller.ts';

/** Pauses training while the tab is hidden; it goes on when the tab is visible again. */
export class HiddenTab {
  private readonly controller: LabController;
  /** The visit whose training is paused; null for none. */
  private paused: number | null = null;

  constructor(controller: LabController) {
    this.controller = controller;
  }

  async setVisible(isVisible: boolean): Promise<void> {
    const { controller, paused } = this;
    const { phase, visit } = controller.run.getState();
    if (isVisible) {
      this.paused = null;
      if (paused === visit) await controller.play();
    } else if (phase === 'playing') {
      this.paused = visit;
      await controller.pause();
      if (controller.run.getState().visit !== visit) return;
      const text = 'Training was paused while this tab was hidden.';
      controller.tell({ id: 'hidden', kind: 'info', text });
    }
  }
}
