import { lazy, Suspense, useMemo, useRef } from 'react';
import type { Gesture, GesturePhase } from '../../../../plots/drag/gesture.ts';
import { useDrag } from '../../../../plots/drag/useDrag.ts';
import type { Pictures } from '../../../../plots/encoded/pictures.ts';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import type { DecodedPicturesProps } from '../../../../plots/layers/DecodedPictures.tsx';
import { Lattice, straightLattice } from '../../../../plots/layers/Lattice.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { PosteriorEllipse } from '../../../../plots/layers/PosteriorEllipse.tsx';
import { Posteriors } from '../../../../plots/layers/Posteriors.ts';
import { PriorRings } from '../../../../plots/layers/PriorRings.tsx';
import { ProbeMark } from '../../../../plots/layers/ProbeMark.tsx';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import type { Latent, Screen } from '../../../../plots/plane/coordinates.ts';
import { cloudOf, cloudX, cloudY, latent, screen } from '../../../../plots/plane/coordinates.ts';
import type { RowsProps } from '../../../../plots/plane/dataPlane.ts';
import { cloudExtent, joinExtents } from '../../../../plots/plane/extent.ts';
import type { Frame } from '../../../../plots/plane/frame.ts';
import { below } from '../../../../plots/plane/layer.ts';
import { Plane, type PlanePointer } from '../../../../plots/plane/Plane.tsx';
import { usePointPicking } from '../../../../plots/plane/usePointPicking.ts';
import { lines, marks } from '../../../../plots/style/marks.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import type { PosteriorPicture } from '../gap/posteriorPicture.ts';

const DecodedPictures = lazy(() => import('../../../../plots/layers/DecodedPictures.tsx'));
const ExactPosterior = lazy(() => import('../gap/ExactPosterior.tsx'));

export interface PosteriorPlaneProps extends RowsProps {
  /** N x dimension, row-major: means and standard deviations of q(x). */
  readonly means: Float32Array;
  readonly deviations: Float32Array;
  /** N: of the two dimensions shown; null where they are not correlated. */
  readonly correlations: Float32Array | null;
  readonly dimension: number;
  /** The two dimensions shown. */
  readonly axes: readonly [number, number];
  /** The plane stands for a line: only x means anything. */
  readonly isLine: boolean;
  /** N class numbers from 0. */
  readonly classes: ArrayLike<number>;
  readonly showsPosteriors: boolean;
  readonly showsPrior: boolean;
  /** Values both coordinates take on the lines of the latent grid; null hides it. */
  readonly grid: readonly number[] | null;
  /** A picture for each crossing of the grid, row by row from the smallest y, in place of lines. */
  readonly pictures: Pictures | null;
  /** S x dimension draws of the prior. */
  readonly samples: Float32Array | null;
  /** The exact posterior of the selected row, and a q(x) that is optimised for it. */
  readonly posterior: PosteriorPicture;
  /** null where there is nothing to decode. */
  readonly probe: Latent | null;
  /** A walk, a click or a key takes the probe elsewhere. */
  readonly onProbe: (gesture: Gesture<Latent>) => void;
}

/** Standard deviations of the prior that the plot always shows. */
const PRIOR_REACH = 3;
const PRIOR_EXTENT = {
  left: -PRIOR_REACH,
  right: PRIOR_REACH,
  bottom: -PRIOR_REACH,
  top: PRIOR_REACH,
};
/** Movement below this many pixels is a click, not a walk. */
const WALK_THRESHOLD = 4;

/** Points have no use for them. */
const PicturesOfGrid = below((props: DecodedPicturesProps) => (
  <Suspense fallback={null}>
    <DecodedPictures {...props} />
  </Suspense>
));

/** The latent plane of a VAE: each point's posterior, the prior, and a probe to walk with. */
export function PosteriorPlane(props: PosteriorPlaneProps) {
  const { dimension, isLine, classes, grid, pictures, samples, probe, posterior, correlations } =
    props;
  const { ink } = usePlotStyle();
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const means = cloudOf(useGlide(props.means, props.motionKey), dimension, axes);
  const deviations = cloudOf(props.deviations, dimension, axes);
  const lattice = useMemo(
    () => (grid === null || pictures !== null ? null : straightLattice(grid)),
    [grid, pictures],
  );
  const picking = { ...props, clouds: [means] };
  const pick = usePointPicking(picking);
  const onPointer = useWalk(props, pick);
  const row = props.hovered ?? props.selected ?? null;
  const chosen = row !== null && row < means.count ? row : null;
  return (
    <Plane<Latent>
      of={{
        xLabel: `latent dimension ${i + 1}`,
        yLabel: isLine ? 'one row for each class' : `latent dimension ${j + 1}`,
        hasY: !isLine,
        extent: joinExtents(cloudExtent(cloudOf(props.means, dimension, axes)), PRIOR_EXTENT),
        domainKey: `${props.domainKey ?? ''} ${i} ${j}`,
      }}
      domain={posterior.domain ?? undefined}
      picking={picking}
      onPointer={onPointer}
      placeholder={props.placeholder}
      cursor="crosshair"
    >
      {grid && pictures && <PicturesOfGrid grid={grid} pictures={pictures} />}
      {lattice && <Lattice {...lattice} style={lines.latentGridOfPosteriors} />}
      {props.showsPosteriors && <Posteriors {...{ means, deviations, correlations, classes }} />}
      {samples && (
        <Points
          cloud={cloudOf(samples, dimension, axes)}
          colour={ink.text}
          style={marks.sampleOfPrior}
        />
      )}
      <Points
        cloud={means}
        clusters={classes}
        hasHalo={pictures === null}
        style={pictures === null ? marks.encoded : marks.onPictures}
      />
      {props.showsPrior && <PriorRings isLine={isLine} />}
      {chosen !== null && (
        <PosteriorEllipse row={chosen} {...{ means, deviations, correlations }} />
      )}
      {(posterior.density || posterior.q) && (
        <Suspense fallback={null}>
          <ExactPosterior
            {...posterior}
            axes={axes}
            // On a line q is drawn in the row of its class, where its observation is.
            lineY={isLine ? cloudY(means, props.selected ?? 0) : null}
          />
        </Suspense>
      )}
      <Rings />
      {probe && (
        <ProbeMark
          at={probe}
          inHand={chosen === null ? null : latent(cloudX(means, chosen), cloudY(means, chosen))}
          isLine={isLine}
          onMove={props.onProbe}
        />
      )}
    </Plane>
  );
}

/** Pressing places the probe, and moving on walks with it; all else is picking. */
function useWalk(
  { onProbe, onHover }: Pick<PosteriorPlaneProps, 'onProbe' | 'onHover'>,
  pick: PlanePointer<Latent>,
): PlanePointer<Latent> {
  const walked = useRef<Latent | null>(null);
  const put = (phase: GesturePhase, at: Latent): void => onProbe({ phase, at, target: undefined });
  const end = (phase: GesturePhase): void => {
    if (walked.current) put(phase, walked.current);
    walked.current = null;
  };
  const walk = useDrag<{ readonly from: Screen; readonly frame: Frame<Latent> }>(null, {
    threshold: WALK_THRESHOLD,
    onStart({ from, frame }) {
      onHover?.(null);
      walked.current = frame.fromScreen(from);
    },
    onMove(dx, dy, { from, frame }) {
      walked.current = frame.fromScreen(screen(from[0] + dx, from[1] + dy));
      put('move', walked.current);
    },
    onEnd: () => end('end'),
    onCancel: () => end('cancel'),
    // A click places the probe too; what lies there is selected as well.
    onClick({ from, frame }) {
      if (isWithin(frame, from)) put('end', frame.fromScreen(from));
    },
  });
  return (kind, at, frame, event) => {
    const pointer = walk({ from: at, frame });
    if (kind === 'down') pointer.onPointerDown(event);
    if (kind === 'move') pointer.onPointerMove(event);
    if (walked.current === null || kind !== 'move') pick(kind, at, frame, event);
    if (kind === 'up' || kind === 'cancel') pointer.onPointerUp(event);
  };
}

const isWithin = ({ area: { left, top, width, height } }: Frame<Latent>, [x, y]: Screen): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;
