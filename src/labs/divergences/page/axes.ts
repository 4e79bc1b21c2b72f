/** Axes of the charts of this lab. */
import { linearAxis } from '../../../plots/chart/axes.ts';
import { AXIS } from '../targets.ts';

/** Values of the variable; in the identity it is the latent. */
export const placesAxis = { densities: linearAxis('x', AXIS), identity: linearAxis('z', AXIS) };
export const PLOT_MARGIN = { left: 40, right: 12, top: 22, bottom: 32 } as const;
