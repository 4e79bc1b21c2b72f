/** Axes that the charts of the draws share. */
import { linearAxis } from '../../../../plots/chart/axes.ts';
import type { Place } from '../../snapshot.ts';

export const MARGIN = { left: 44, right: 12, top: 20, bottom: 32 } as const;

const GAUSSIAN = linearAxis('x', { low: -6, high: 6 });
const COIN = linearAxis('uniform u; heads where u > 1 − θ', { low: 0, high: 1 });

/** Along which the draws lie. */
export const placesAxis = (q: Place) => ('theta' in q ? COIN : GAUSSIAN);
