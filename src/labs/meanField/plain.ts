import { plainPlaneSnapshot } from './planePlain.ts';
import type { MeanFieldSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports. */
export const plainMeanFieldSnapshot = (snapshot: MeanFieldSnapshot) => plainPlaneSnapshot(snapshot);
