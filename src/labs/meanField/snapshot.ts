/** What the page shows: the part of the lab that the target belongs to. */
import type { NetworkSnapshot, NodeUpdate, NodeUpdateQuery } from './networkSnapshot.ts';
import type { PlaneQuery, PlaneSnapshot, UpdateInspection } from './planeSnapshot.ts';

export type MeanFieldSnapshot = PlaneSnapshot | NetworkSnapshot;

export type MeanFieldQuery = PlaneQuery | NodeUpdateQuery;
export type MeanFieldAnswer = UpdateInspection | NodeUpdate;
