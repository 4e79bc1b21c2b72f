/** Where the panels of both parts are. */
import type { StageLayout } from '../../shared/stage/StageGrid.tsx';

/** A large plane over its moments, and next to it the bound and the rates. */
export const PLANE: StageLayout = {
  page: '"bar bar" auto "plane bound" 2fr "plane rates" 1fr "moments rates" auto / 1.15fr 1fr',
  narrow: '"bar" auto "plane" auto "bound" 16rem "rates" 15rem "moments" auto / 1fr',
  full: '"bar bar" auto "plane bound" 2fr "plane rates" 1fr "moments rates" auto / 1.15fr 1fr',
  wide: '"bar bar bar" auto "plane bound rates" 1fr "plane moments rates" auto / 1.2fr 1fr 1fr',
};

/** The same where an update is a sum of messages. */
export const PLANE_WITH_MESSAGES: StageLayout = {
  page: '"bar bar" auto "plane bound" 2.7fr "plane messages" auto "plane rates" 1fr "moments rates" auto / 1.15fr 1fr',
  narrow:
    '"bar" auto "plane" auto "bound" 16rem "messages" auto "rates" 15rem "moments" auto / 1fr',
  full: '"bar bar" auto "plane bound" 2.7fr "plane messages" auto "plane rates" 1fr "moments rates" auto / 1.15fr 1fr',
  wide: '"bar bar bar" auto "plane bound rates" 1fr "plane moments messages" auto / 1.2fr 1fr 1fr',
};

/** On a projector rates, moments and messages share a place. */
export const PLANE_PRESENTED: StageLayout = {
  page: '"bar bar" auto "plane bound" 1.1fr "plane shared" 1fr / 1.15fr 1fr',
  narrow: '"bar" auto "plane" auto "bound" 16rem "shared" auto / 1fr',
  full: '"bar bar" auto "plane bound" 1.1fr "plane shared" 1fr / 1.15fr 1fr',
  strip: '"bar bar bar" auto "plane bound shared" 1fr / 1fr 0.95fr 0.95fr',
};

export const NETWORK: StageLayout = {
  page: '"bar" auto "network" 27rem "marginals" auto "table" auto "bound" 17rem / 1fr',
  full: '"bar bar" auto "network marginals" 1.5fr "table bound" 1fr / 1.15fr 1fr',
  wide: '"bar bar bar" auto "network marginals bound" 1.2fr "network marginals table" 1fr / 1.2fr 1fr 1fr',
};

/** On a projector the table of a node and the bound share a place. */
export const NETWORK_PRESENTED: StageLayout = {
  page: '"bar" auto "network" 27rem "marginals" auto "shared" auto / 1fr',
  full: '"bar bar" auto "network marginals" 1.9fr "network shared" 1fr / 1.15fr 1fr',
  strip: '"bar bar bar" auto "network marginals shared" 1fr / 1fr 1.1fr 1fr',
};
