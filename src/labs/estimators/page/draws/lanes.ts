/** One lane for each estimator, from the top. */
import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { EstimatesView } from '../../snapshot.ts';

export interface Lane {
  readonly estimates: EstimatesView;
  readonly top: number;
  readonly height: number;
}

/** For the name of a lane, pixels. */
const NAME_ROOM = 17;
const PADDING = 6;
/** Of a low lane, where marks and name share the height. */
const LEAST_SHARE = 0.7;

/** Height of the marks of a lane, at its foot. */
export const roomIn = ({ height }: Lane): number =>
  Math.max(height - NAME_ROOM - PADDING, LEAST_SHARE * height);

export const lanesIn = (area: Area, drawn: readonly EstimatesView[]): Lane[] =>
  drawn.map((estimates, i) => ({
    estimates,
    top: area.top + (area.height * i) / drawn.length,
    height: area.height / drawn.length,
  }));
