import { format } from 'd3';
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { useRef } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import { type AxisUnits, type Frame, insideArea } from '../plane/frame.ts';
import { plotScale } from '../style/plotScale.ts';
import { symbolPath } from '../style/symbols.ts';
import { useEarlyMoves } from '../useEarlyMoves.ts';
import { ClusterEllipse } from './ClusterEllipse.tsx';
import { CLUSTER_KEY_SHORTCUTS, MOVE_KEY_SHORTCUTS } from './clusterKeys.ts';
import type { ClusterInPlane } from './clusterView.ts';
import { clusterName } from './clusterView.ts';
import type { EllipseAxes } from './ellipse.ts';

/** Movement below this many pixels is a click, not a drag. */
const DRAG_THRESHOLD = 3;
const HIT_RADIUS = 14;

const weightText = format('.2f');

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
  readonly onHover: (over: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onKeyReleased: () => void;
}

interface Drag {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** How far it has gone. */
  dx: number;
  dy: number;
  /** Where the mean was when the pointer took hold; null before the threshold. */
  mean: Latent | null;
}

type PointerPlace = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;

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
  const drag = useRef<Drag | null>(null);
  const [x, y] = insideArea(frame, mean);
  const { id, removed, negligible } = cluster;

  const down = (event: ReactPointerEvent<SVGGElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!removed)
      drag.current = {
        pointer: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        dx: 0,
        dy: 0,
        mean: null,
      };
    props.onPress();
  };
  const follow = ({ pointerId, clientX, clientY }: PointerPlace): void => {
    const held = drag.current;
    if (held === null || held.pointer !== pointerId) return;
    const dx = (clientX - held.x) / plotScale();
    const dy = (clientY - held.y) / plotScale();
    // The same place is reported twice: early, and with the display frame.
    if (dx === held.dx && dy === held.dy) return;
    held.dx = dx;
    held.dy = dy;
    if (held.mean === null) {
      if (Math.hypot(dx, dy) < DRAG_THRESHOLD) return;
      held.mean = props.onDragStart();
    }
    props.onDrag(latent(held.mean[0] + dx / frame.unit, held.mean[1] - dy / frame.unit));
  };
  useEarlyMoves(mark, follow);
  const move = (event: ReactPointerEvent<SVGGElement>): void => {
    if (drag.current?.pointer !== event.pointerId) return;
    event.stopPropagation();
    follow(event);
  };
  const up = (event: ReactPointerEvent<SVGGElement>): void => {
    const held = drag.current;
    if (held === null || held.pointer !== event.pointerId) return;
    event.stopPropagation();
    drag.current = null;
    if (held.mean !== null) props.onRelease();
  };

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
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
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
