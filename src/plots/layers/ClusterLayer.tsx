import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useGlide } from '../host/useGlide.ts';
import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import { useHeldInPlane, useScene } from '../plane/scene.ts';
import {
  DIMMED_CLUSTERS,
  type EllipseStyle,
  ellipseOfWeight,
  ellipses,
  emphasised,
} from '../style/marks.ts';
import { usePlotStyle } from '../style/style.ts';
import { type ManipulationHandlers, useManipulation } from '../useManipulation.ts';
import { ClusterEllipse } from './ClusterEllipse.tsx';
import { ClusterMark } from './ClusterMark.tsx';
import { clusterKeyAction, moved, placeAfter, scaled, turned } from './clusterKeys.ts';
import {
  type ClusterInPlane,
  type PlottedCluster,
  packClusters,
  unpackClusters,
} from './clusterView.ts';
import type { EllipseAxes } from './ellipse.ts';
import { axesOf } from './ellipse.ts';
import { ShapeHandles } from './ShapeHandles.tsx';
import { unusedPlaces } from './unusedClusters.ts';

/** One step of an arrow key, pixels. */
const KEY_STEP = 4;
/** What keys do to a cluster besides moving and selecting it. */
const CHANGES: ReadonlySet<string> = new Set(['scale', 'turn', 'remove']);

export interface ClustersProps extends ManipulationHandlers {
  readonly clusters: readonly PlottedCluster[];
  /** The two dimensions shown. */
  readonly axes: readonly [number, number];
  /** Only x can be changed. */
  readonly isLine?: boolean | undefined;
  /** They glide to their new places when this changes. */
  readonly motionKey: string | number;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly onSelect: (id: number | null) => void;
  readonly onHover: (id: number | null) => void;
  /** Absent where clusters can only be moved: then they are neither reshaped nor removed. */
  readonly onRemove?: ((id: number) => void) | undefined;
  readonly onRestore?: ((id: number) => void) | undefined;
}

interface Placed {
  readonly cluster: ClusterInPlane;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
}

/** How strongly a cluster is drawn: by its weight relative to the heaviest. */
function styleOf({ removed, negligible, weight }: ClusterInPlane, heaviest: number): EllipseStyle {
  if (removed) return ellipses.removed;
  return negligible ? ellipses.unused : ellipseOfWeight(Math.sqrt(weight / heaviest));
}

/** All clusters: their ellipses, and above them their centres, which can be dragged. */
export function ClusterLayer(props: ClustersProps) {
  const { isLine = false, axes: shown, selected, hovered } = props;
  const { colour } = usePlotStyle();
  const { frame, clip } = useScene<Latent>();
  const arrived = useMemo(() => packClusters(props.clusters, shown), [props.clusters, shown]);
  const settled = useMemo(() => unpackClusters(props.clusters, arrived), [props.clusters, arrived]);
  const clusters = unpackClusters(props.clusters, useGlide(arrived, props.motionKey));
  const manipulation = useManipulation(settled, props);
  useHeldInPlane(manipulation.held?.active ?? false);
  const { held } = manipulation;
  const movesOnly = props.onRemove === undefined;
  // A gesture of the keyboard ends with the key; losing the focus must not end one of the pointer.
  const keyGesture = useRef(false);
  const marks = useRef<SVGGElement>(null);
  const [stop, setStop] = useTabStop(selected);
  const tabStop = clusters.some(({ id }) => id === stop) ? stop : clusters[0]?.id;
  const heaviest = Math.max(1e-9, ...clusters.map(({ weight }) => weight));
  const placed: Placed[] = clusters.map((cluster) =>
    held?.id === cluster.id
      ? { cluster, mean: held.mean, axes: held.axes }
      : { cluster, mean: cluster.mean, axes: axesOf(cluster.covariance) },
  );
  const handled = placed.find(({ cluster }) => cluster.id === selected && !cluster.removed);

  const moveTo = (cluster: ClusterInPlane, [x, y]: Latent): void =>
    manipulation.moveTo(cluster.id, latent(x, isLine ? cluster.mean[1] : y));

  const reshape = (cluster: ClusterInPlane, change: (axes: EllipseAxes) => EllipseAxes): void => {
    const { axes } = manipulation.grab(cluster, 'reshape');
    manipulation.reshapeTo(cluster.id, change(axes));
  };

  const pressKey = (cluster: ClusterInPlane, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = clusterKeyAction(event.key, event.shiftKey);
    if (action === null || (movesOnly && CHANGES.has(action.kind))) return;
    // The page has its own meaning for arrows and space.
    event.preventDefault();
    event.stopPropagation();
    const { id, removed } = cluster;
    if (action.kind === 'go') {
      const place = placeAfter(action.to, clusters.indexOf(cluster), clusters.length);
      marks.current?.querySelector<SVGGElement>(`[data-cluster="${clusters[place].id}"]`)?.focus();
      return;
    }
    if (removed) {
      if (action.kind === 'remove' || action.kind === 'select') props.onRestore?.(id);
      return;
    }
    keyGesture.current =
      action.kind === 'move' || action.kind === 'scale' || action.kind === 'turn';
    if (keyGesture.current) props.onHover(null);
    switch (action.kind) {
      case 'move': {
        const { mean } = manipulation.grab(cluster, 'move');
        const step = KEY_STEP / frame.unit;
        moveTo(cluster, moved(mean, action.dx * step, action.dy * step));
        return;
      }
      case 'scale':
        reshape(cluster, (axes) => scaled(axes, action.factor));
        return;
      case 'turn':
        if (!isLine) reshape(cluster, (axes) => turned(axes, action.angle));
        return;
      case 'remove':
        manipulation.release();
        props.onRemove?.(id);
        return;
      case 'select':
        props.onSelect(selected === id ? null : id);
        return;
      case 'deselect':
        props.onSelect(null);
    }
  };

  const releaseKey = (): void => {
    if (keyGesture.current) manipulation.release();
    keyGesture.current = false;
  };

  return (
    <>
      <g className="cluster-bodies" aria-hidden="true" clipPath={clip}>
        {placed.map(({ cluster, mean, axes }) => {
          const { id } = cluster;
          const style = styleOf(cluster, heaviest);
          const others = hovered !== null && hovered !== id && !cluster.removed;
          return (
            <g key={id} opacity={others ? DIMMED_CLUSTERS : 1}>
              <ClusterEllipse
                mean={mean}
                axes={axes}
                colour={colour(id)}
                {...(selected === id || hovered === id ? emphasised(style) : style)}
              />
            </g>
          );
        })}
      </g>
      <g
        ref={marks}
        role="group"
        aria-label="Clusters"
        aria-description="Page Up and Page Down lead from one cluster to another."
      >
        {placed.map(({ cluster, mean, axes }) => (
          <ClusterMark
            key={cluster.id}
            cluster={cluster}
            mean={mean}
            axes={axes}
            frame={frame}
            isLine={isLine}
            movesOnly={movesOnly}
            colour={colour(cluster.id)}
            selected={selected === cluster.id}
            emphasised={hovered === cluster.id}
            isTabStop={cluster.id === tabStop}
            onFocus={() => setStop(cluster.id)}
            onPress={() =>
              cluster.removed ? props.onRestore?.(cluster.id) : props.onSelect(cluster.id)
            }
            onDragStart={() => {
              // While a cluster moves, all points are of interest, not only its own.
              props.onHover(null);
              return manipulation.grab(cluster, 'move').mean;
            }}
            onDrag={(to) => moveTo(cluster, to)}
            onRelease={manipulation.release}
            onCancel={manipulation.cancel}
            onHover={(over) => props.onHover(over ? cluster.id : null)}
            onKey={(event) => pressKey(cluster, event)}
            onKeyReleased={releaseKey}
          />
        ))}
      </g>
      <g aria-hidden="true" pointerEvents="none">
        {unusedPlaces(clusters, frame)
          .filter(({ ids }) => !ids.includes(hovered ?? -1) && !ids.includes(selected ?? -1))
          .map(({ ids, name, ...place }) => (
            <text key={ids[0]} className="faint-name" {...place}>
              {name}
            </text>
          ))}
      </g>
      {handled !== undefined && !movesOnly && (
        <ShapeHandles
          frame={frame}
          mean={handled.mean}
          axes={handled.axes}
          isLine={isLine}
          colour={colour(handled.cluster.id)}
          onGrab={() => manipulation.grab(handled.cluster, 'reshape')}
          onShape={(axes) => manipulation.reshapeTo(handled.cluster.id, axes)}
          onRelease={manipulation.release}
          onCancel={manipulation.cancel}
        />
      )}
    </>
  );
}

/**
 * The Tab key stops at one cluster: the one last focused or selected since. So what belongs to the
 * selected cluster is one Tab away, however many clusters there are.
 */
function useTabStop(selected: number | null) {
  const [stop, setStop] = useState(selected);
  const [known, setKnown] = useState(selected);
  if (selected !== known) {
    setKnown(selected);
    if (selected !== null) setStop(selected);
  }
  return [stop, setStop] as const;
}
