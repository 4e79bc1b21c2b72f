import type { RunCurve } from '../../../files/keptRuns.ts';
import type { LabController } from '../../../store/controller.ts';
import type { RunState } from '../../../store/run.ts';
import type { Dataset, NamedArrays } from '../../engine.ts';
import type { OfKind } from '../../lab.ts';
import type { PlanePicture } from '../LatentMiniature.tsx';
import type { Notebook } from './notebook.ts';

/** A picture of a part of the stage. */
export interface PictureOffer {
  /** The part by its name in the page, `data-stage-part`. */
  readonly value: string;
  readonly label: string;
}

/** What else the page knows of the run. */
type Seen = Pick<RunState, 'view'>;

/** What the page knows of a run that is kept. */
export interface SeenRun extends Seen {
  readonly dataset: Dataset | null;
  readonly edits: readonly unknown[];
}

/** A table of what the lab shows now. */
export interface TableOffer<Snapshot = OfKind> {
  /** On the button; in small letters, in the file's name. */
  readonly label: string;
  readonly tooltip: string;
  /** The snapshot with what frames leave out; absent where they hold all of it. */
  complete?(snapshot: Snapshot, controller: LabController): Promise<OfKind>;
  /** CSV text of a snapshot made by the lab's engine */
  csv(snapshot: Snapshot, dataset: Dataset, run: Seen): string;
}

/** The model for NumPy: the arrays of the lab's engine, and a notebook that loads them. */
export interface PythonOffer {
  notebook(): Promise<Notebook>;
  /** Arrays that the page knows and the engine does not, from those of the engine. */
  more?(arrays: NamedArrays, controller: LabController): NamedArrays;
}

/** What a lab offers to take away, besides its model. */
export interface LabExports<Snapshot = OfKind> {
  /** Besides the picture of the whole stage. */
  readonly pictures: readonly PictureOffer[];
  /** Besides the bound. */
  readonly tables: readonly TableOffer<Snapshot>[];
  readonly python?: PythonOffer;
  /** Whose bound it is, where the lab has several; on the button and in the file's name. */
  readonly boundOf?: string;
  /** The line of a run in the main chart of the lab, where that is not its objective over the steps. */
  curve?(snapshot: Snapshot): (Omit<RunCurve, 'of'> & { readonly of?: string }) | null;
  /** Plain data that a kept run has besides its figures and curve, for the lab's own comparison. */
  detailsOf?(snapshot: Snapshot, seen: SeenRun): unknown;
  /** A small picture of a run, its latent space or its data with clusters; absent where there is no such plane. */
  smallPicture?(snapshot: Snapshot, dataset: Dataset): PlanePicture;
  /** False where a table of the lab's own has the objective. */
  readonly hasBound?: false;
}

/** A table of what the lab shows now, as `TableOffer` has it. */
export const table = <Snapshot>(
  label: string,
  tooltip: string,
  csv: (snapshot: Snapshot, dataset: Dataset, run: Seen) => string,
  complete?: (snapshot: Snapshot, controller: LabController) => Promise<OfKind>,
): TableOffer<Snapshot> => ({ label, tooltip, csv, ...(complete && { complete }) });
