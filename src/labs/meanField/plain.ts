import type { MeanFieldSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports. */
export const plainMeanFieldSnapshot = ({ kind: _, ...shown }: MeanFieldSnapshot) => shown;
