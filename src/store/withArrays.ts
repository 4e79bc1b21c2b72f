/** A document with parameters that were changed elsewhere. */
import type { NamedArrays } from '../labs/engine.ts';
import type { LabController } from './controller.ts';
import type { LabDocument, Origin } from './document.ts';

export interface WithArrays {
  readonly document: LabDocument;
  /** The arrays that differ from the document's own. */
  readonly names: readonly string[];
}

/**
 * The document with parameters of these arrays in place of its own, and its edits built in; the same
 * where they are its own. Changes nothing that is open. Rejects with the reason where they make no
 * model.
 */
export async function withArrays(
  controller: LabController,
  document: LabDocument,
  arrays: NamedArrays,
): Promise<WithArrays> {
  const { lab, settings, seed, edits, ownData, origin } = document;
  const { backendChoice: backend } = controller.run.getState();
  // Of no run that is open.
  const live = { run: 0, settings, edits, view: {}, training: null };
  const request = { ...live, lab, seed, ownData, backend, checkpoint: origin.checkpoint };
  const { names, checkpoint } = await controller.ask((api) => api.withArrays(request, arrays));
  if (names.length === 0) return { document, names };
  const { outlivesModel = () => false } = controller.labNamed(lab);
  const { pretrained } = origin;
  const changed: Origin = { checkpoint, pretrained, continued: true, byHand: true };
  const staying = edits.filter((edit) => outlivesModel(edit));
  return { document: { ...document, edits: staying, origin: changed }, names };
}
