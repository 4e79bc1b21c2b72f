import type { Dataset } from '../../engine.ts';

/** A picture of a part of the stage. */
export interface PictureOffer {
  /** The part by its name in the page, `data-stage-part`. */
  readonly value: string;
  readonly label: string;
}

/** A table of what the lab shows now. */
export interface TableOffer {
  /** On the button; in small letters, in the file's name. */
  readonly label: string;
  readonly tooltip: string;
  /** CSV text of a snapshot made by the lab's engine. */
  csv(snapshot: unknown, dataset: Dataset): string;
}

/** What a lab offers to take away, besides its model. */
export interface LabExports {
  /** Besides the picture of the whole stage. */
  readonly pictures: readonly PictureOffer[];
  /** Besides the bound. */
  readonly tables: readonly TableOffer[];
  /** Whose bound it is, where the lab has several; on the button and in the file's name. */
  readonly boundOf?: string;
  /** False where a table of the lab's own has the objective. */
  readonly hasBound?: false;
}

/** A table of the lab whose snapshots `csv` takes: the page passes it those of this lab's engine only. */
export const table = <Snapshot>(
  label: string,
  tooltip: string,
  csv: (snapshot: Snapshot, dataset: Dataset) => string,
): TableOffer => ({
  label,
  tooltip,
  csv: (snapshot, dataset) => csv(snapshot as Snapshot, dataset),
});
