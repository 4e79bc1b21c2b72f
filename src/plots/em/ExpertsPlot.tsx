import { area as areaShape, line as lineShape } from 'd3';
import { useCallback, useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { PointRing } from '../layers/PointRing.tsx';
import { markRadius, paintDots } from '../layers/painters.ts';
import { paintResponsibilities } from '../layers/responsibilityMarks.ts';
import type { Pen } from '../pen/pen.ts';
import type { Data } from '../plane/coordinates.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { usePointPicking } from '../plane/usePointPicking.ts';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import { colour } from '../style/palette.ts';
import type { Theme } from '../style/theme.ts';
import { useTheme } from '../style/theme.ts';
import './em.css';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';

/** What experts and gate say along x. G places, K experts. */
export interface ExpertCurves {
  /** G, increasing. */
  readonly x: ArrayLike<number>;
  /** G x K */
  readonly predictions: ArrayLike<number>;
  /** G x K, rows sum to one. */
  readonly gates: ArrayLike<number>;
  /** G: E[y | x], and the standard deviation of y given x. */
  readonly mean: ArrayLike<number>;
  readonly spread: ArrayLike<number>;
}

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

/** The faintest and the strongest an expert's line is drawn, by how much the gate asks it. */
const FAINTEST = 0.1;
const WIDTH = { least: 1, most: 3 } as const;
const DIMMED = 0.3;
const X_AND_Y = [0, 1] as const;
const NOTHING: ArrayLike<number> = [];

/** Pairs of x and y, each expert's curve as strong as the gate asks it, and what all predict together. */
export function ExpertsPlot(props: ExpertsPlotProps) {
  const theme = useTheme();
  const { observations, experts, hoveredExpert, motionKey } = props;
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  const responsibilities = props.responsibilities === null ? null : shares;
  const curves = useGlidingCurves(props.curves, motionKey);
  const cloud = useMemo(() => cloudOf(observations, 2), [observations]);
  const domain = useStableDomain(
    useMemo(() => cloudExtent(cloud), [cloud]),
    props.domainKey,
    false,
  );
  const units = usePlaneUnits(props.units, X_AND_Y);
  const paint = useCallback(
    (pen: Pen, frame: Frame<Data>, ink: Ink) => {
      const radius = markRadius(cloud.count);
      if (responsibilities === null) {
        const dot = { colour: ink.observation, radius: radius * 0.75, opacity: 0.9 };
        paintDots(pen, frame, cloud, dot);
      } else {
        paintResponsibilities(pen, frame, theme, {
          cloud,
          responsibilities,
          clusters: experts,
          radius,
          halo: ink.surface,
          undecided: ink.observation,
          emphasised: hoveredExpert,
        });
      }
      if (curves) paintExperts(pen, frame, theme, curves, experts, hoveredExpert);
    },
    [cloud, responsibilities, curves, experts, hoveredExpert, theme],
  );
  const onPointer = usePointPicking({
    clouds: [cloud],
    onHover: props.onHover,
    onSelect: props.onSelect,
  });
  return (
    <SquarePlot<Data>
      xLabel={props.columns[0] ?? 'x'}
      yLabel={props.columns[1] ?? 'y'}
      domain={domain}
      units={units}
      paint={paint}
      marks={cloud.count}
      placeholder={props.placeholder}
      onPointer={onPointer}
      overlay={(frame, _ink, clip) => (
        <g clipPath={clip} pointerEvents="none">
          {curves && props.band && <Prediction curves={curves} frame={frame} />}
          <PointRing frame={frame} row={props.selected} clouds={[cloud]} selected />
          <PointRing frame={frame} row={props.hovered} clouds={[cloud]} />
        </g>
      )}
    />
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

/** Piece by piece, as the gate changes along x. */
function paintExperts(
  pen: Pen,
  frame: Frame<Data>,
  theme: Theme,
  { x, predictions, gates }: ExpertCurves,
  experts: number,
  emphasised: number | null,
): void {
  for (let k = 0; k < experts; k++) {
    const seen = emphasised === null || emphasised === k ? 1 : DIMMED;
    for (let g = 1; g < x.length; g++) {
      const [before, now] = [(g - 1) * experts + k, g * experts + k];
      const asked = (gates[before] + gates[now]) / 2;
      pen.begin();
      pen.moveTo(frame.screenX(x[g - 1]), frame.screenY(predictions[before]));
      pen.lineTo(frame.screenX(x[g]), frame.screenY(predictions[now]));
      pen.stroke({
        colour: colour(k, theme),
        width: WIDTH.least + (WIDTH.most - WIDTH.least) * asked,
        opacity: seen * (FAINTEST + (1 - FAINTEST) * asked),
      });
    }
  }
}

function Prediction({
  curves,
  frame,
}: {
  readonly curves: ExpertCurves;
  readonly frame: Frame<Data>;
}) {
  const { x, mean, spread } = curves;
  const places = Array.from(x, (_, g) => g);
  const toX = (g: number) => frame.screenX(x[g]);
  const band = areaShape<number>(
    toX,
    (g) => frame.screenY(mean[g] - spread[g]),
    (g) => frame.screenY(mean[g] + spread[g]),
  )(places);
  const middle = lineShape<number>(toX, (g) => frame.screenY(mean[g]))(places);
  return (
    <>
      <path className="experts-band" d={band ?? ''} />
      <path className="experts-mean" d={middle ?? ''} />
    </>
  );
}
