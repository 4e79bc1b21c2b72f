/** One lane for each estimator, from the top. */
import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { EstimatesView } from '../../snapshot.ts';

export interface Lane {
  readonly estimates: EstimatesView;
  readonly top: number;
  readonly height: number;
}

/** Kept free for the name of a lane, pixels. */
export const NAME_ROOM = 17;

export const lanesIn = (area: Area, drawn: readonly EstimatesView[]): Lane[] =>
  drawn.map((estimates, i) => ({
    estimates,
    top: area.top + (area.height * i) / drawn.length,
    height: area.height / drawn.length,
  }));
