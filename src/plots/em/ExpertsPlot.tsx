import { useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { Band } from '../layers/Band.tsx';
import { type ExpertCurves, ExpertLines } from '../layers/ExpertLines.ts';
import { Points } from '../layers/Points.ts';
import { Rings } from '../layers/Rings.tsx';
import { SharedPoints } from '../layers/SharedPoints.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import { Plane } from '../plane/Plane.tsx';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';
import { marks } from '../style/marks.ts';

export interface ExpertsPlotProps {
  /** N x 2: x and y. */
  readonly observations: Float32Array;
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  /** N x K; null draws the points as plain dots. */
  readonly responsibilities: ArrayLike<number> | null;
  readonly experts: number;
  /** Null before there is a model. */
  readonly curves: ExpertCurves | null;
  /** Draws E[y | x] with a band of one standard deviation. */
  readonly band: boolean;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover: (row: number | null) => void;
  readonly onSelect: (row: number | null) => void;
  readonly hoveredExpert: number | null;
  /** Curves glide to their new courses, points to their new colours, when this changes. */
  readonly motionKey: string | number;
  readonly domainKey: string | number;
  readonly placeholder?: Placeholder | null | undefined;
}

const X_AND_Y = [0, 1] as const;
const NOTHING: ArrayLike<number> = [];

/** Pairs of x and y, each expert's curve as strong as the gate asks it, and what all predict together. */
export function ExpertsPlot(props: ExpertsPlotProps) {
  const { experts, hoveredExpert, motionKey } = props;
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  const curves = useGlidingCurves(props.curves, motionKey);
  const cloud = cloudOf(props.observations, 2);
  return (
    <Plane
      of={{
        xLabel: props.columns[0] ?? 'x',
        yLabel: props.columns[1] ?? 'y',
        units: usePlaneUnits(props.units, X_AND_Y),
        extent: cloudExtent(cloud),
        domainKey: props.domainKey,
      }}
      picking={{ clouds: [cloud], ...props }}
      placeholder={props.placeholder}
    >
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
