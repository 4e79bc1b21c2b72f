import type { LabController } from '../../../store/controller.ts';
import { viewEntry } from '../../../store/view.ts';

/** What the reader shows. */
export type Side = 'document' | 'topic' | 'vocabulary' | 'own' | 'map' | 'time' | 'compare';

export const side = viewEntry<Side>('document');

/** Shows a document or a topic in the reader: it was chosen somewhere else. */
export const show = (controller: LabController, its: Side): void =>
  controller.setEntry(side, () => its);
