import { lazy } from 'react';
import type { LabParts } from '../../../page.ts';

/** Own points in a lab. Few visitors bring some: what takes them comes when it is asked for. */
export const ownPoints: Pick<LabParts, 'Extras' | 'intake'> = {
  Extras: lazy(() => import('./OwnPointsSection.tsx')),
  intake: () => import('./drawing.ts').then((module) => module.pointsIntake),
};
