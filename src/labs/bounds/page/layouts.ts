/** Where the panels of each part are. */
import type { StageLayout } from '../../shared/stage/StageGrid.tsx';

/** Densities over the histogram on the left; the bound over K and the figures on the right. */
export const WEIGHTS: StageLayout = {
  page: '"densities bound" 17rem "histogram figures" 17rem "note note" auto / minmax(0, 1fr) minmax(0, 1fr)',
  narrow:
    '"densities" 17rem "bound" 17rem "histogram" 17rem "figures" auto "note" auto / minmax(0, 1fr)',
  full: '"densities bound" minmax(13rem, 1fr) "histogram figures" minmax(13rem, 1fr) "note note" auto / minmax(0, 1fr) minmax(0, 1fr)',
  // As when presenting: the figures have their height, the plots the rest.
  broad:
    '"densities bound" minmax(5rem, 1fr) "histogram figures" auto "note note" auto / minmax(0, 1fr) minmax(0, 1fr)',
  strip:
    '"densities bound" minmax(0, 1fr) "histogram figures" auto "note note" auto / minmax(0, 1fr) minmax(0, 1fr)',
};
export const WEIGHTS_PANELS = ['densities', 'bound', 'histogram', 'figures', 'note'];

/** q on the left; on the right the bound over the signal, with one axis for K; figures below. */
const signal = (height: string) =>
  `"densities over" ${height} "figures figures" auto "note note" auto / minmax(0, 1fr) minmax(0, 1.3fr)`;
export const SIGNAL: StageLayout = {
  page: signal('30rem'),
  narrow: '"densities" 17rem "over" 30rem "figures" auto "note" auto / minmax(0, 1fr)',
  full: signal('minmax(20rem, 1fr)'),
  broad: signal('minmax(10rem, 1fr)'),
  strip: signal('minmax(0, 1fr)'),
};
export const SIGNAL_PANELS = ['densities', 'over', 'figures', 'note'];

const annealing = (least: string) =>
  `"bridge enclosure" minmax(${least}, 1fr) "figures figures" auto / minmax(0, 1.1fr) minmax(0, 1fr)`;
export const ANNEALING: StageLayout = {
  page: annealing('24rem'),
  narrow: '"bridge" 20rem "enclosure" 20rem "figures" auto / minmax(0, 1fr)',
  full: annealing('15rem'),
};
export const ANNEALING_PANELS = ['bridge', 'enclosure', 'figures'];

const filter = (particles: string, effective: string) =>
  `"particles likelihood" ${particles} "effective likelihood" ${effective} "figures figures" auto / minmax(0, 1.4fr) minmax(0, 1fr)`;
export const FILTER: StageLayout = {
  page: filter('minmax(16rem, 1.6fr)', 'minmax(9rem, 1fr)'),
  narrow: '"particles" 20rem "effective" 20rem "likelihood" 20rem "figures" auto / minmax(0, 1fr)',
  full: filter('minmax(10.5rem, 1.5fr)', 'minmax(7rem, 1fr)'),
  broad: filter('minmax(6rem, 1.2fr)', 'minmax(5rem, 1fr)'),
};
export const FILTER_PANELS = ['particles', 'effective', 'likelihood', 'figures'];
