/** Where the panels of each part are. */
import type { StageLayout } from '../../shared/stage/StageGrid.tsx';

/** One wide chart, under it its figures and a column for each q; next to it where the stage is much wider. */
export const RACE: StageLayout = {
  page: '"main main" 20rem "figures figures" auto "forward reverse" auto / 1fr 1fr',
  narrow: '"main" 17rem "figures" auto "forward" auto "reverse" auto / 1fr',
  full: '"main main" 1fr "figures figures" auto "forward reverse" 1.25fr / 1fr 1fr',
  low: '"main main" 0.7fr "figures figures" auto "forward reverse" 1.3fr / 1fr 1fr',
  wide: '"main forward reverse" 1fr "figures forward reverse" auto / 1.35fr 1fr 1fr',
  squat: '"main main" 1fr "figures figures" auto "forward reverse" 1.2fr / 1fr 1fr',
};

/** The same with one q. */
export const SINGLE: StageLayout = {
  page: '"main" 20rem "figures" auto "fit" auto / 1fr',
  narrow: '"main" 17rem "figures" auto "fit" auto / 1fr',
  full: '"main" 1fr "figures" auto "fit" 1.25fr / 1fr',
  low: '"main" 0.7fr "figures" auto "fit" 1.3fr / 1fr',
  wide: '"main fit" 1fr "figures fit" auto / 1.35fr 1fr',
  squat: '"main" 1fr "figures" auto "fit" 1.2fr / 1fr',
};

/** What belongs to one q of two, and of one. */
export const FIT_OF_TWO: StageLayout = {
  page: '"area" 12rem "landscape" 15rem / 1fr',
  full: '"area" 0.8fr "landscape" 1fr / 1fr',
  wide: '"area" 1fr "landscape" 1fr / 1fr',
  squat: '"area landscape" 1fr / 0.9fr 1fr',
};
export const FIT_OF_ONE: StageLayout = {
  page: '"area landscape" 18rem / 1fr 1fr',
  narrow: FIT_OF_TWO.page,
  full: '"area landscape" 1fr / 1fr 1fr',
  wide: '"area" 1fr "landscape" 1fr / 1fr',
  squat: '"area landscape" 1fr / 0.9fr 1fr',
};

const HALF = 'calc(50% - var(--space-2) / 2)';

/** p and q on top, their terms below, and what they add up to. */
export const BARS: StageLayout = {
  page: '"bars bars" 20rem "forward reverse" 15rem "sum sum" 9.75rem / 1fr 1fr',
  narrow: '"bars" 15rem "forward" 15rem "reverse" 15rem "sum" 9.75rem / 1fr',
  full: '"bars bars" 1.3fr "forward reverse" 1fr "sum sum" 9.75rem / 1fr 1fr',
  // The terms of one divergence have as much height as those of the other.
  wide: `"bars forward" ${HALF} "bars reverse" 1fr "sum reverse" min(9.75rem, ${HALF}) / 1.2fr 1fr`,
  squat: '"bars bars" 1fr "forward reverse" 1.1fr "sum sum" 7rem / 1fr 1fr',
};

export const JENSEN: StageLayout = {
  page: '"jensen" minmax(26rem, 1fr) "figures" auto / 1fr',
  full: '"jensen" 1fr "figures" auto / 1fr',
};

/** A square, and what it comes to next to it. */
export const PLANE: StageLayout = {
  page: '"plane" auto "figures" auto "variances" 14rem "least" 14rem / 1fr',
  full: '"plane figures" auto "plane variances" 1fr "plane least" 1fr / 1.25fr 1fr',
};

export const IDENTITY: StageLayout = {
  page: '"main main" 18rem "identity identity" 9.75rem "landscape known" minmax(15rem, auto) / 1fr 1fr',
  narrow: '"main" 15rem "identity" 9.75rem "landscape" 15rem "known" auto / 1fr',
  full: '"main main" 1fr "identity identity" 9.75rem "landscape known" 0.9fr / 1fr 1fr',
  wide: '"main landscape" 1fr "identity known" 11rem / 1.35fr 1fr',
  squat: '"main main" 1fr "identity identity" 7rem "landscape known" 1.1fr / 1fr 1fr',
};
