import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import { formatFixed } from '../../ui/numbers.ts';
import { useDrag } from '../drag/useDrag.ts';
import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import { type AxisUnits, type Frame, insideArea } from '../plane/frame.ts';
import { symbolPath } from '../style/symbols.ts';
import { ClusterEllipse } from './ClusterEllipse.tsx';
import { CLUSTER_KEY_SHORTCUTS, MOVE_KEY_SHORTCUTS } from './clusterKeys.ts';
import type { ClusterInPlane } from './clusterView.ts';
import { clusterName } from './clusterView.ts';
import type { EllipseAxes } from './ellipse.ts';

/** Movement below this many pixels is a click, not a drag. */
const DRAG_THRESHOLD = 3;
const HIT_RADIUS = 14;

const weightText = (value: number): string => formatFixed(value, 2);

export interface ClusterMarkProps {
  readonly cluster: ClusterInPlane;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  readonly frame: Frame<Latent>;
  /** Only x means anything. */
  readonly isLine: boolean;
  /** It has no handles and no keys to reshape or remove it. */
  readonly movesOnly: boolean;
  readonly colour: string;
  readonly selected: boolean;
  readonly emphasised: boolean;
  /** Whether the Tab key stops here. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
  readonly onDragStart: () => Latent;
  readonly onDrag: (mean: Latent) => void;
  readonly onRelease: () => void;
  readonly onCancel: () => void;
  readonly onHover: (over: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onKeyReleased: () => void;
}

/** Spoken description of a cluster. */
function describe(
  { removed, weight, mean }: ClusterInPlane,
  units: AxisUnits,
  isLine: boolean,
): string {
  if (removed) return 'removed; Enter or Delete brings it back';
  const place = (isLine ? [mean[0]] : mean).map((value, axis) => ownText(units[axis], value));
  return `weight ${weightText(weight)}, mean ${place.join(', ')}`;
}

const LABEL_DISTANCE = 20;

/** The handles of a selected cluster lie ahead of its first axis and across: the number goes behind. */
function besideHandles({ angle }: EllipseAxes) {
  const x = -Math.cos(angle);
  const textAnchor = Math.abs(x) < 0.4 ? 'middle' : x > 0 ? 'start' : 'end';
  const y = LABEL_DISTANCE * Math.sin(angle);
  return { x: LABEL_DISTANCE * x, y: y + 4, textAnchor } as const;
}

/** The centre of a cluster with its number: what one focuses, drags and selects. */
export function ClusterMark(props: ClusterMarkProps) {
  const { cluster, mean, axes, frame, colour, selected, emphasised } = props;
  const mark = useRef<SVGGElement>(null);
  const grabbed = useRef(mean);
  const [x, y] = insideArea(frame, mean);
  const { id, removed, negligible } = cluster;
  const drag = useDrag<boolean>(mark, {
    threshold: DRAG_THRESHOLD,
    onPress: props.onPress,
    onStart(isPresent) {
      if (isPresent) grabbed.current = props.onDragStart();
    },
    onMove(dx, dy, isPresent) {
      const [fromX, fromY] = grabbed.current;
      if (isPresent) props.onDrag(latent(fromX + dx / frame.unit, fromY - dy / frame.unit));
    },
    onEnd: props.onRelease,
    onCancel: props.onCancel,
  });

  const radius = selected || emphasised ? 7.5 : negligible ? 3 : 6.5;
  return (
    <g
      ref={mark}
      role="button"
      tabIndex={props.isTabStop ? 0 : -1}
      className="cluster"
      data-cluster={id}
      data-state={removed ? 'removed' : negligible ? 'negligible' : 'present'}
      aria-label={clusterName(id)}
      aria-description={describe(cluster, frame.units, props.isLine)}
      aria-pressed={selected}
      aria-keyshortcuts={props.movesOnly ? MOVE_KEY_SHORTCUTS : CLUSTER_KEY_SHORTCUTS}
      {...drag(!removed)}
      onPointerEnter={() => props.onHover(true)}
      onPointerLeave={() => props.onHover(false)}
      onFocus={(event) => {
        props.onFocus();
        if (event.currentTarget.matches(':focus-visible')) props.onHover(true);
      }}
      onBlur={() => {
        props.onKeyReleased();
        props.onHover(false);
      }}
      onKeyDown={props.onKey}
      onKeyUp={props.onKeyReleased}
    >
      {!removed && !negligible && (
        <ClusterEllipse
          className="cluster-grip"
          mean={mean}
          axes={axes}
          colour={colour}
          strokeOpacity={0}
          fillOpacity={0}
          strokeWidth={12}
        />
      )}
      <g transform={`translate(${x} ${y})`}>
        <circle className="cluster-hit" r={HIT_RADIUS} />
        <circle className="cluster-focus" r={HIT_RADIUS} />
        <path
          className="cluster-centre"
          d={symbolPath(id, radius)}
          fill={removed ? 'none' : colour}
          stroke={removed ? colour : undefined}
          strokeDasharray={removed ? '2.5 2' : undefined}
        />
        <text
          className="cluster-number"
          {...(selected && !removed && !props.movesOnly ? besideHandles(axes) : { x: 10, y: -8 })}
        >
          {id + 1}
          {(selected || emphasised) && (
            <tspan className="cluster-weight" dx={5}>
              {removed ? 'removed' : weightText(cluster.weight)}
            </tspan>
          )}
        </text>
      </g>
    </g>
  );
}
