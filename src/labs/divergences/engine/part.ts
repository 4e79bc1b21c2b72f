/** What the engine asks of a part of the lab: each of them is one small model. */
import type { ObjectiveTerms } from '../../engine.ts';
import type { PartModel } from '../../shared/engine/partsEngine.ts';
import type { DivergencesEdit } from '../edits.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { BarsView, DensitiesView, JensenView, PlaneView } from '../snapshot.ts';

export interface DivergencesPart
  extends PartModel<DensitiesView | BarsView | JensenView | PlaneView> {
  /** Training would change nothing. */
  readonly isDone: boolean;
  /** Divergences under the edits, or of the learned state with the targets of the settings. */
  terms(isEdited: boolean): ObjectiveTerms;
  /** Those of other parts are passed over. Throws an Error in words where one does not fit. */
  setEdits(edits: readonly DivergencesEdit[]): void;
  /** The learned state goes where the edits have put it. */
  bake(): void;
  updateSettings(settings: DivergencesSettings): void;
}
