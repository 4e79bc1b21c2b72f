import { lazy, Suspense, useMemo, useRef } from 'react';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import { AxisCurves } from '../../../../plots/layers/AxisCurves.tsx';
import { Bands } from '../../../../plots/layers/Bands.tsx';
import { ContourLines } from '../../../../plots/layers/ContourLines.tsx';
import type { Drawing } from '../../../../plots/layers/DrawingSurface.tsx';
import { Drawn } from '../../../../plots/layers/Drawn.tsx';
import { massLevels } from '../../../../plots/layers/landscapeBands.ts';
import { ObservationMarks, type Observed } from '../../../../plots/layers/ObservationMarks.tsx';
import { Path } from '../../../../plots/layers/Path.tsx';
import {
  type Product,
  type ProductGrip,
  ProductPlace,
} from '../../../../plots/layers/ProductPlace.tsx';
import { Staircase } from '../../../../plots/layers/Staircase.tsx';
import { useDrawing } from '../../../../plots/layers/useDrawing.ts';
import type { Data, Parameters } from '../../../../plots/plane/coordinates.ts';
import type { AxisUnits } from '../../../../plots/plane/frame.ts';
import { Plane, type PlanePointer } from '../../../../plots/plane/Plane.tsx';
import { useClick } from '../../../../plots/plane/useClick.ts';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { Place, PlaneSnapshot } from '../../planeSnapshot.ts';
import { DOMAIN, HALF, middlesIn, placeIn, productSurface, surfaceOf, unitsOf } from './view.ts';

const DrawingSurface = lazy(() =>
  import('../../../../plots/layers/DrawingSurface.tsx').then((module) => ({
    default: module.DrawingSurface,
  })),
);

/** q by its means and standard deviations, in the numbers of the target. */
export interface Placed {
  readonly mean: Place;
  readonly deviation: Place;
}

export interface PosteriorPlotProps {
  readonly snapshot: PlaneSnapshot;
  /** Whether something is being dragged: then the axes stay. */
  readonly isHeld: boolean;
  readonly showsMarginals: boolean;
  readonly showsPath: boolean;
  readonly showsChain: boolean;
  readonly onPlace: (gesture: Gesture<Placed, ProductGrip>) => void;
  readonly onObserve: (gesture: Gesture<number, number>) => void;
  /** Takes the observation away. */
  readonly onForget: (index: number) => void;
  /** The target is being drawn. */
  readonly drawing?: Drawing | undefined;
}

/** What regions of highest density hold: the bands of the posterior, and the lines of q. */
export const MASSES = [0.99, 0.95, 0.8, 0.6, 0.4, 0.2];
export const MASSES_OF_Q = [0.95, 0.5];
/** Histograms of fewer sweeps say nothing. */
const FEWEST_SWEEPS = 20;

/**
 * A posterior as bands, the product q(x) q(y) as lines over it, their marginals along the axes, and
 * the ways that both algorithms have gone.
 */
export function PosteriorPlot(props: PosteriorPlotProps) {
  const { snapshot, drawing } = props;
  const { target, factors, moments, chain } = snapshot;
  const look = INFERENCE_LOOK[useTheme()];
  const box = useRef(target.box);
  if (!props.isHeld) box.current = target.box;
  const [[left, right], [bottom, top]] = box.current;
  const units = useMemo(
    () =>
      unitsOf([
        [left, right],
        [bottom, top],
      ]),
    [left, right, bottom, top],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal keys are equal targets
  const posterior = useMemo(() => {
    const surface = surfaceOf(target, units, target.density);
    return { surface, levels: massLevels(target.density, MASSES) };
  }, [target.key, units]);
  const product = useMemo(() => {
    const surface = productSurface(target, units, factors);
    return { surface, levels: massLevels(surface.values, MASSES_OF_Q) };
  }, [factors, target, units]);
  const staircase = useMemo(() => {
    const path = chain?.path ?? [];
    return Float32Array.from(path, (value, at) => {
      const { offset, scale } = units[at % 2];
      return (value - offset) / scale;
    });
  }, [chain, units]);
  const { pointer, onPointer } = useDrawing(drawing);
  const { x, y } = snapshot.path;
  const path = x.map((value, i) => placeIn(units, [value, y[i]]));
  const shown: Product = {
    mean: placeIn(units, moments.mean),
    deviations: [moments.deviation[0] / units[0].scale, moments.deviation[1] / units[1].scale],
  };
  const place = ({ phase, at, target: grip }: Gesture<Product, ProductGrip>) =>
    props.onPlace({
      phase,
      target: grip,
      at: {
        mean: [0, 1].map((i) => units[i].offset + units[i].scale * at.mean[i]) as never as Place,
        deviation: [0, 1].map((i) => units[i].scale * at.deviations[i]) as never as Place,
      },
    });
  const isClick = useClick();
  /** A click puts the mean of q there. */
  const drop: PlanePointer<Parameters> = (kind, at, frame, event) => {
    const mean = frame.fromScreen(at);
    if (!isClick(kind, at, event) || mean.some((value) => Math.abs(value) > HALF)) return;
    place({ phase: 'end', target: 'mean', at: { ...shown, mean } });
  };
  const observed: Observed | null = snapshot.observations && {
    values: snapshot.observations.map((value) => (value - units[0].offset) / units[0].scale),
    onMove: ({ at, ...gesture }) =>
      props.onObserve({ ...gesture, at: units[0].offset + units[0].scale * at }),
    onForget: props.onForget,
  };
  return (
    <Plane<Parameters | Data>
      of={{ xLabel: target.names[0], yLabel: target.names[1], units }}
      domain={DOMAIN}
      onPointer={(drawing ? onPointer : drop) as never}
      cursor={drawing && 'crosshair'}
    >
      <g role="img" aria-label={inWords(snapshot)}>
        <Bands {...posterior} />
        <ContourLines {...product} colour={look.meanField} />
      </g>
      {snapshot.drawn && drawing && <DrawnPoints points={snapshot.drawn} units={units} />}
      {props.showsMarginals &&
        ([0, 1] as const).map((axis) => (
          <Marginals key={axis} {...{ snapshot, units, axis, look }} />
        ))}
      {props.showsPath && (
        <Path x={path.map(([at]) => at)} y={path.map(([, at]) => at)} colour={look.meanField} />
      )}
      {props.showsChain && chain && <Staircase path={staircase} colour={look.gibbs} />}
      {observed && <ObservationMarks observed={observed} name={target.names[0]} />}
      {drawing ? (
        <Suspense fallback={null}>
          <DrawingSurface drawing={drawing} pointer={pointer} />
        </Suspense>
      ) : (
        <ProductPlace
          product={shown}
          names={target.names}
          colour={look.meanField}
          onChange={place}
        />
      )}
    </Plane>
  );
}

/** Points of a drawing, which the brush has left. */
function DrawnPoints({
  points,
  units,
}: {
  readonly points: readonly Place[];
  readonly units: AxisUnits;
}) {
  return (
    <Drawn<Parameters>>
      {({ toScreen }) =>
        points.map((point, index) => {
          const [cx, cy] = toScreen(placeIn(units, point));
          // biome-ignore lint/suspicious/noArrayIndexKey: points are told apart by their number
          return <circle key={index} className="observation-mark" r={2.5} cx={cx} cy={cy} />;
        })
      }
    </Drawn>
  );
}

interface MarginalsProps {
  readonly snapshot: PlaneSnapshot;
  readonly units: AxisUnits;
  readonly axis: 0 | 1;
  readonly look: (typeof INFERENCE_LOOK)['light'];
}

/** Exact marginal, factor of q and histogram of Gibbs along one axis. */
function Marginals({ snapshot, units, axis, look }: MarginalsProps) {
  const { target, factors, chain } = snapshot;
  const at = middlesIn(target, units, axis);
  const exact = target.marginals[axis];
  const factor = factors[axis];
  const bins = chain && chain.sweeps >= FEWEST_SWEEPS ? chain.histograms[axis] : null;
  return (
    <AxisCurves
      along={axis === 0 ? 'x' : 'y'}
      most={1.04 * Math.max(exact.reduce(larger), factor.reduce(larger))}
      curves={[
        ...(bins
          ? [
              {
                ...{ key: 'gibbs', density: bins, colour: look.gibbs, drawn: 'bars' as const },
                at: middlesIn({ ...target, cells: bins.length }, units, axis),
              },
            ]
          : []),
        { key: 'exact', at, density: exact, colour: look.exact, drawn: 'area' },
        { key: 'q', at, density: factor, colour: look.meanField, drawn: 'line' },
      ]}
    />
  );
}

const larger = (a: number, b: number): number => Math.max(a, b);

function inWords({ target, moments, elbo, logEvidence }: PlaneSnapshot): string {
  const of = ({ mean, deviation }: typeof moments) =>
    target.names
      .map((name, i) => `${name} ${formatFixed(mean[i], 2)} ± ${formatFixed(deviation[i], 2)}`)
      .join(', ');
  return `Posterior: ${of(target.moments)}, correlation ${formatFixed(target.moments.correlation, 2)}. q: ${of(moments)}. ELBO ${formatFixed(elbo, 3)}, log evidence ${formatFixed(logEvidence, 3)}.`;
}
