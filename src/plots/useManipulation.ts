import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClusterInPlane } from './layers/clusterView.ts';
import type { Covariance2, EllipseAxes } from './layers/ellipse.ts';
import { axesOf, covarianceOf } from './layers/ellipse.ts';
import type { Latent } from './plane/coordinates.ts';

/** An edit is one gesture: one start, any number of moves, one end. */
export type GesturePhase = 'start' | 'move' | 'end';

export interface ManipulationHandlers {
  readonly onMove?: ((id: number, mean: Latent, phase: GesturePhase) => void) | undefined;
  readonly onReshape?:
    | ((id: number, covariance: Covariance2, phase: GesturePhase) => void)
    | undefined;
}

/** Where a cluster is drawn during a drag. */
export interface HeldCluster {
  readonly id: number;
  readonly kind: 'move' | 'reshape';
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  /** False after the release, until the model has answered. */
  readonly active: boolean;
}

export interface Manipulation {
  readonly held: HeldCluster | null;
  grasp(cluster: ClusterInPlane, kind: HeldCluster['kind']): HeldCluster;
  moveTo(mean: Latent): void;
  reshapeTo(axes: EllipseAxes): void;
  release(): void;
}

/** Longest wait for the model's answer to a released edit before its own picture returns. */
const ANSWER_MS = 600;
const AGREEMENT = 1e-3;

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= AGREEMENT * scale;

/** Whether the model already shows what the hand left behind. */
function agrees(held: HeldCluster, cluster: ClusterInPlane): boolean {
  const scale = Math.max(held.axes.first, held.axes.second);
  if (held.kind === 'move') {
    return near(held.mean[0], cluster.mean[0], scale) && near(held.mean[1], cluster.mean[1], scale);
  }
  const { xx, xy, yy } = covarianceOf(held.axes);
  const { covariance } = cluster;
  const square = scale * scale;
  return (
    near(xx, covariance.xx, square) &&
    near(xy, covariance.xy, square) &&
    near(yy, covariance.yy, square)
  );
}

/**
 * Lets one cluster be held. The held shape is local, so it follows the hand at once and
 * does not fall back between the release and the model's answer.
 *
 * @param clusters as the model has them: a cluster grabbed in mid-glide starts from this place
 */
export function useManipulation(
  clusters: readonly ClusterInPlane[],
  { onMove, onReshape }: ManipulationHandlers,
): Manipulation {
  const [held, setHeld] = useState<HeldCluster | null>(null);
  // Several pointer events can arrive between two renders; each builds on the one before.
  const latest = useRef<HeldCluster | null>(null);

  const put = useCallback((next: HeldCluster | null): void => {
    latest.current = next;
    setHeld(next);
  }, []);

  // A pointer may report its place many times per display frame; drawn is the last of them.
  const drawing = useRef<number | null>(null);
  const putSoon = useCallback((next: HeldCluster): void => {
    latest.current = next;
    drawing.current ??= requestAnimationFrame(() => {
      drawing.current = null;
      setHeld(latest.current);
    });
  }, []);
  useEffect(
    () => () => {
      if (drawing.current !== null) cancelAnimationFrame(drawing.current);
      drawing.current = null;
    },
    [],
  );

  const emit = useCallback(
    (state: HeldCluster, phase: GesturePhase): void => {
      if (state.kind === 'move') onMove?.(state.id, state.mean, phase);
      else onReshape?.(state.id, covarianceOf(state.axes), phase);
    },
    [onMove, onReshape],
  );

  const release = useCallback((): void => {
    const current = latest.current;
    if (current === null || !current.active) return;
    put({ ...current, active: false });
    emit(current, 'end');
  }, [put, emit]);

  const grasp = (cluster: ClusterInPlane, kind: HeldCluster['kind']): HeldCluster => {
    release();
    const before = latest.current;
    const { mean, covariance } = clusters.find(({ id }) => id === cluster.id) ?? cluster;
    const next: HeldCluster =
      before?.id === cluster.id
        ? { ...before, kind, active: true }
        : { id: cluster.id, kind, mean, axes: axesOf(covariance), active: true };
    put(next);
    emit(next, 'start');
    return next;
  };

  const change = useCallback(
    (part: Partial<HeldCluster>): void => {
      const current = latest.current;
      if (current === null || !current.active) return;
      const next = { ...current, ...part };
      putSoon(next);
      emit(next, 'move');
    },
    [putSoon, emit],
  );

  useEffect(() => {
    if (held === null || held.active) return;
    const cluster = clusters.find(({ id }) => id === held.id);
    if (cluster === undefined || cluster.removed || agrees(held, cluster)) put(null);
  }, [held, clusters, put]);

  useEffect(() => {
    if (held === null || held.active) return;
    const timer = setTimeout(() => put(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [held, put]);

  return {
    held,
    grasp,
    release,
    moveTo: useCallback((mean: Latent) => change({ mean }), [change]),
    reshapeTo: useCallback((axes: EllipseAxes) => change({ axes }), [change]),
  };
}
