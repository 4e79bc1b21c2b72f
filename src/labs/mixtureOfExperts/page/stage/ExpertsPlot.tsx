import { useMemo } from 'react';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { Band } from '../../../../plots/layers/Band.tsx';
import { type ExpertCurves, ExpertLines } from '../../../../plots/layers/ExpertLines.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import { SharedPoints } from '../../../../plots/layers/SharedPoints.ts';
import { type DataProps, type RowsProps, useDataPlane } from '../../../../plots/plane/dataPlane.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { marks } from '../../../../plots/style/marks.ts';

export interface ExpertsPlotProps extends RowsProps, Omit<DataProps, 'dimension' | 'axes'> {
  /** N x K; null draws the points as plain dots. */
  readonly responsibilities: ArrayLike<number> | null;
  readonly experts: number;
  /** Null before there is a model. */
  readonly curves: ExpertCurves | null;
  /** Draws E[y | x] with a band of one standard deviation. */
  readonly band: boolean;
  readonly hoveredExpert: number | null;
}

const NOTHING: ArrayLike<number> = [];

/** Pairs of x and y, each expert's curve as strong as the gate asks it, and what all predict together. */
export function ExpertsPlot(props: ExpertsPlotProps) {
  const { experts, hoveredExpert, motionKey } = props;
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  const curves = useGlidingCurves(props.curves, motionKey);
  const { observed: cloud, of } = useDataPlane({ ...props, dimension: 2 }, props.domainKey);
  return (
    <Plane of={of} picking={{ clouds: [cloud], ...props }} placeholder={props.placeholder}>
      {props.responsibilities === null ? (
        <Points cloud={cloud} style={marks.observationAlone} />
      ) : (
        <SharedPoints
          cloud={cloud}
          responsibilities={shares}
          clusters={experts}
          emphasised={hoveredExpert}
        />
      )}
      {curves && <ExpertLines curves={curves} experts={experts} emphasised={hoveredExpert} />}
      {curves && props.band && <Band {...curves} />}
      <Rings />
    </Plane>
  );
}

/** The curves, on their way where they glide. */
function useGlidingCurves(
  curves: ExpertCurves | null,
  motionKey: string | number,
): ExpertCurves | null {
  const predictions = useGlide(curves?.predictions ?? NOTHING, motionKey);
  const gates = useGlide(curves?.gates ?? NOTHING, motionKey);
  const mean = useGlide(curves?.mean ?? NOTHING, motionKey);
  const spread = useGlide(curves?.spread ?? NOTHING, motionKey);
  return useMemo(
    () => curves && { x: curves.x, predictions, gates, mean, spread },
    [curves, predictions, gates, mean, spread],
  );
}
