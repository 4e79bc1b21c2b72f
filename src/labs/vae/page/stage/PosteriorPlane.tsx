import { useMemo, useRef } from 'react';
import type { Pictures } from '../../../../plots/encoded/pictures.ts';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { DecodedPictures } from '../../../../plots/layers/DecodedPictures.tsx';
import { Lattice, straightLattice } from '../../../../plots/layers/Lattice.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { PosteriorEllipse } from '../../../../plots/layers/PosteriorEllipse.tsx';
import { Posteriors } from '../../../../plots/layers/Posteriors.ts';
import { PriorRings } from '../../../../plots/layers/PriorRings.tsx';
import { ProbeMark } from '../../../../plots/layers/ProbeMark.tsx';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import type { Latent, Screen } from '../../../../plots/plane/coordinates.ts';
import { cloudOf, cloudX, cloudY, latent } from '../../../../plots/plane/coordinates.ts';
import type { RowsProps } from '../../../../plots/plane/dataPlane.ts';
import { cloudExtent, joinExtents } from '../../../../plots/plane/extent.ts';
import type { Frame } from '../../../../plots/plane/frame.ts';
import { Plane, type PlanePointer } from '../../../../plots/plane/Plane.tsx';
import { usePointPicking } from '../../../../plots/plane/usePointPicking.ts';
import { lines, marks } from '../../../../plots/style/marks.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import '../../../../plots/encoded/encoded.css';

export interface PosteriorPlaneProps extends RowsProps {
  /** N x dimension, row-major: means and standard deviations of q(x). */
  readonly means: Float32Array;
  readonly deviations: Float32Array;
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
  /** null where there is nothing to decode. */
  readonly probe: Latent | null;
  /** `isEnd`: there the walk, the click or the key has put it. */
  readonly onProbe: (to: Latent, isEnd: boolean) => void;
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

/** The latent plane of a VAE: each point's posterior, the prior, and a probe to walk with. */
export function PosteriorPlane(props: PosteriorPlaneProps) {
  const { dimension, isLine, classes, grid, pictures, samples, probe } = props;
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
      picking={picking}
      onPointer={onPointer}
      placeholder={props.placeholder}
      cursor="crosshair"
    >
      {grid && pictures && <DecodedPictures grid={grid} pictures={pictures} />}
      {lattice && <Lattice {...lattice} style={lines.latentGridOfPosteriors} />}
      {props.showsPosteriors && (
        <Posteriors means={means} deviations={deviations} classes={classes} />
      )}
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
      {chosen !== null && <PosteriorEllipse row={chosen} means={means} deviations={deviations} />}
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
  const walk = useRef<{ readonly from: Screen; walking: boolean; at: Screen } | null>(null);
  return (kind, at, frame, event) => {
    const held = walk.current;
    if (kind === 'down' && event.button === 0) walk.current = { from: at, walking: false, at };
    if (kind === 'move' && held !== null) {
      const isWalk = Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) >= WALK_THRESHOLD;
      if (isWalk && !held.walking) {
        held.walking = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        onHover?.(null);
      }
      if (held.walking) {
        held.at = at;
        onProbe(frame.fromScreen(at), false);
        return;
      }
    }
    if (held !== null && (kind === 'up' || kind === 'cancel')) {
      // A click places the probe too; what lies there is chosen as well.
      const isClick = kind === 'up' && !held.walking && isWithin(frame, at);
      if (held.walking || isClick) onProbe(frame.fromScreen(isClick ? at : held.at), true);
    }
    if (kind === 'up' || kind === 'cancel' || (kind === 'leave' && !held?.walking)) {
      walk.current = null;
    }
    pick(kind, at, frame, event);
  };
}

const isWithin = ({ area: { left, top, width, height } }: Frame<Latent>, [x, y]: Screen): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;
