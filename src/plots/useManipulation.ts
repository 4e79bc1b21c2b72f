import type { Gesture } from './drag/gesture.ts';
import { useHeld } from './drag/useHeld.ts';
import type { ClusterInPlane } from './layers/clusterView.ts';
import type { Covariance2, EllipseAxes } from './layers/ellipse.ts';
import { axesOf, covarianceOf } from './layers/ellipse.ts';
import type { Latent } from './plane/coordinates.ts';

export interface ManipulationHandlers {
  /** `target`: the cluster's id. */
  readonly onMove?: ((gesture: Gesture<Latent, number>) => void) | undefined;
  readonly onReshape?: ((gesture: Gesture<Covariance2, number>) => void) | undefined;
}

type Kind = 'move' | 'reshape';

interface Shape {
  readonly kind: Kind;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
}

/** Where a cluster is drawn during a drag. */
export interface HeldCluster extends Shape {
  readonly id: number;
  /** False after the release, until the model has answered. */
  readonly active: boolean;
}

export interface Manipulation {
  readonly held: HeldCluster | null;
  /** Takes hold of a cluster; returns its shape as it is held. */
  grab(cluster: ClusterInPlane, kind: Kind): Shape;
  moveTo(id: number, mean: Latent): void;
  reshapeTo(id: number, axes: EllipseAxes): void;
  release(): void;
  cancel(): void;
}

const AGREEMENT = 1e-3;

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= AGREEMENT * scale;

/** Whether the model already shows what the hand left behind. */
function agree(held: Shape, model: Shape): boolean {
  const scale = Math.max(held.axes.first, held.axes.second);
  if (held.kind === 'move') {
    return near(held.mean[0], model.mean[0], scale) && near(held.mean[1], model.mean[1], scale);
  }
  const [a, b] = [covarianceOf(held.axes), covarianceOf(model.axes)];
  const square = scale * scale;
  return near(a.xx, b.xx, square) && near(a.xy, b.xy, square) && near(a.yy, b.yy, square);
}

/**
 * Lets one cluster be dragged, reshaped or moved by keys.
 *
 * @param clusters as the model has them: a cluster grabbed in mid-glide starts from this place
 */
export function useManipulation(
  clusters: readonly ClusterInPlane[],
  { onMove, onReshape }: ManipulationHandlers,
): Manipulation {
  const { held, of, start, move, end, cancel } = useHeld<Shape, number>({
    modelOf(id) {
      const cluster = clusters.find((other) => other.id === id);
      return cluster === undefined || cluster.removed ? null : { at: shapeOf(cluster, 'move') };
    },
    agree,
    onGesture({ phase, target, at: { kind, mean, axes } }) {
      if (kind === 'move') onMove?.({ phase, target, at: mean });
      else onReshape?.({ phase, target, at: covarianceOf(axes) });
    },
  });
  const change = (id: number, part: Partial<Shape>): void => {
    const now = of(id);
    if (now?.active) move({ ...now.at, ...part });
  };
  return {
    held: held && { id: held.target, active: held.active, ...held.at },
    grab(drawn, kind) {
      const { id } = drawn;
      const before = of(id);
      if (before?.active && before.at.kind !== kind) end();
      const model = clusters.find((other) => other.id === id) ?? drawn;
      const shape = { ...(before?.at ?? shapeOf(model, kind)), kind };
      start(id, shape);
      return shape;
    },
    moveTo: (id, mean) => change(id, { mean }),
    reshapeTo: (id, axes) => change(id, { axes }),
    release: end,
    cancel,
  };
}

const shapeOf = ({ mean, covariance }: ClusterInPlane, kind: Kind): Shape => ({
  kind,
  mean,
  axes: axesOf(covariance),
});
