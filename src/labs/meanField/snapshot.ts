/** What the page shows: the part of the lab that the target belongs to. */
import type { PlaneSnapshot } from './planeSnapshot.ts';

export type MeanFieldSnapshot = PlaneSnapshot;
