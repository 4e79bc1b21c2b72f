/** Where the panels of each part are. */
import type { StageLayout } from '../../shared/stage/StageGrid.tsx';

/** f and the arrows share their axis on the left; spread and variance on the right; figures below. */
export const DRAWS: StageLayout = {
  page: '"function histograms" 15rem "arrows variance" 17rem "table table" auto "note note" auto / minmax(0, 1.1fr) minmax(0, 1fr)',
  narrow:
    '"function" 17rem "arrows" 17rem "histograms" 17rem "variance" 17rem "table" auto "note" auto / minmax(0, 1fr)',
  full: '"function histograms" minmax(10rem, 0.8fr) "arrows variance" minmax(11rem, 1fr) "table table" auto "note note" auto / minmax(0, 1.1fr) minmax(0, 1fr)',
  // As when presenting: a column for what is drawn and for what is said, next to it the rest.
  broad:
    '"function histograms variance" minmax(6rem, 1.5fr) "arrows histograms variance" minmax(1.5rem, 0.5fr) "arrows table table" auto "note note note" auto / minmax(0, 0.95fr) minmax(0, 1fr) minmax(0, 1fr)',
};
export const DRAWS_PANELS = ['function', 'arrows', 'histograms', 'variance', 'table', 'note'];

export const RACE: StageLayout = {
  page: '"hill values" minmax(18rem, 1fr) "table table" auto / minmax(0, 1.2fr) minmax(0, 1fr)',
  narrow: '"hill" 17rem "values" 17rem "table" auto / minmax(0, 1fr)',
  full: '"hill values" minmax(18rem, 1fr) "table table" auto / minmax(0, 1.2fr) minmax(0, 1fr)',
  broad: '"hill values" minmax(8rem, 1fr) "hill table" auto / minmax(0, 1.2fr) minmax(0, 1fr)',
};
export const RACE_PANELS = ['hill', 'values', 'table'];
