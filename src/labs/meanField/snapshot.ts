/** What the page shows: the part of the lab that the target belongs to. */
import type { NetworkSnapshot } from './networkSnapshot.ts';
import type { PlaneQuery, PlaneSnapshot, UpdateInspection } from './planeSnapshot.ts';

export type MeanFieldSnapshot = PlaneSnapshot | NetworkSnapshot;

export type MeanFieldQuery = PlaneQuery;
export type MeanFieldAnswer = UpdateInspection;
