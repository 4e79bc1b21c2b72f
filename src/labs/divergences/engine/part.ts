/** What the engine asks of a part of the lab: each of them is one small model. */
import type { FailedStatus } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { DivergencesEdit } from '../edits.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { BarsView, DensitiesView, JensenView, PlaneView } from '../snapshot.ts';

export type PartView = DensitiesView | BarsView | JensenView | PlaneView;

export interface PartModel {
  /** What training changes, as it is: of a fixed length for these settings, and written into by `load`. */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** Training would change nothing. */
  readonly isDone: boolean;
  /** One step from the learned state towards the targets as edited; names a value that is not finite. */
  train(): FailedStatus | null;
  /** Divergences under the edits, or of the learned state with the targets of the settings. */
  terms(isEdited: boolean): ObjectiveTerms;
  view(): PartView;
  /** Figures for the command line, exact ones next to those that were reached. */
  measure(): Readonly<Record<string, unknown>>;
  /** Those of other parts are passed over. Throws an Error in words where one does not fit. */
  setEdits(edits: readonly DivergencesEdit[]): void;
  /** The learned state goes where the edits have put it. */
  bake(): void;
  updateSettings(settings: DivergencesSettings): void;
}
