import { plainNetworkSnapshot } from './networkPlain.ts';
import { plainPlaneSnapshot } from './planePlain.ts';
import type { MeanFieldSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports. */
export const plainMeanFieldSnapshot = (snapshot: MeanFieldSnapshot) =>
  snapshot.part === 'plane' ? plainPlaneSnapshot(snapshot) : plainNetworkSnapshot(snapshot);
