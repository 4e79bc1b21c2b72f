/** Axes of the charts of this lab. */
import { linearAxis } from '../../../plots/chart/axes.ts';
import { AXIS } from '../targets.ts';

export const placesAxis = linearAxis('x', AXIS);
export const PLOT_MARGIN = { left: 40, right: 12, top: 22, bottom: 32 } as const;
