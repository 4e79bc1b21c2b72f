import type { Calendar } from '../../../datasets/calendar.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { PlateModel } from '../../../plots/diagram/plateModel.ts';

/** What besides the snapshot decides what the nodes show. */
export interface DiagramContext<Settings> {
  readonly settings: Settings;
  readonly dataset: Pick<Dataset, 'values' | 'units' | 'labels'> | null;
  /** When the rows are, where that is known. */
  readonly calendar?: Calendar | undefined;
  /** The row of the data, the cluster and the node of a network that is pointed at or chosen. */
  readonly row: number | null;
  readonly cluster: number | null;
  readonly node: number | null;
}

/** What a model shows now. */
export interface LiveModel {
  /** By the ids of the nodes. */
  readonly nodes: Readonly<Record<string, LiveNode>>;
  /** By the ids of the plates. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The graphical model of a lab. */
export interface LabDiagram<Settings, Snapshot> {
  /** The model under some settings: the same object for the same structure; null where there is none. */
  modelOf(settings: Settings): PlateModel | null;
  live(snapshot: Snapshot, context: DiagramContext<Settings>): LiveModel;
}
