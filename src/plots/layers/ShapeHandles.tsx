import type { PointerEvent as ReactPointerEvent } from 'react';
import { useRef } from 'react';
import type { Latent } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { plotScale } from '../style/plotScale.ts';
import { useEarlyMoves } from '../useEarlyMoves.ts';
import type { AxisName, EllipseAxes } from './ellipse.ts';
import { stretch, turnTowards } from './ellipse.ts';
import { axisHandle, turningHandle } from './handles.ts';

export interface ShapeHandlesProps {
  readonly frame: Frame<Latent>;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  /** Only the length along x means anything: nothing else can be stretched, and nothing turned. */
  readonly isLine: boolean;
  readonly colour: string;
  readonly onGrasp: () => void;
  readonly onShape: (axes: EllipseAxes) => void;
  readonly onRelease: () => void;
}

interface Grip {
  readonly pointer: number;
  /** Pointer minus handle when it was taken, pixels. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** The shape the grip makes at a place of the pointer, pixels. */
  readonly shapeAt: (x: number, y: number) => EllipseAxes;
}

/** The pointer's place in the window, in pixels of the plot. */
const placeOf = ({ clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>) =>
  [clientX / plotScale(), clientY / plotScale()] as const;

/** Smallest standard deviation a handle can make, pixels. */
const SMALLEST = 2;

/**
 * Two grips that stretch an ellipse along its axes and one that turns it. For the pointer
 * only, hence hidden from assistive technology: the keyboard has keys on the cluster itself.
 */
export function ShapeHandles({
  frame,
  mean,
  axes,
  isLine,
  colour,
  onGrasp,
  onShape,
  onRelease,
}: ShapeHandlesProps) {
  const group = useRef<SVGGElement>(null);
  const grip = useRef<Grip | null>(null);
  const centre = frame.toScreen(mean);
  const first = axisHandle(frame, mean, axes, 'first');
  const second = axisHandle(frame, mean, axes, 'second');
  const stretchable = [first, second].filter(
    ({ direction: [x, y] }) => !isLine || Math.abs(x) > Math.abs(y),
  );
  const turn = turningHandle(first);

  const follow = (event: Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>): void => {
    const held = grip.current;
    if (held?.pointer !== event.pointerId) return;
    const [x, y] = placeOf(event);
    onShape(held.shapeAt(x - held.offsetX, y - held.offsetY));
  };
  useEarlyMoves(group, follow);

  const handlers = (
    at: readonly [number, number],
    ratio: number,
    shape: (dx: number, dy: number) => EllipseAxes,
  ) => ({
    onPointerDown(event: ReactPointerEvent<SVGElement>) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const scale = ratio / frame.unit;
      grip.current = {
        pointer: event.pointerId,
        offsetX: placeOf(event)[0] - at[0],
        offsetY: placeOf(event)[1] - at[1],
        shapeAt: (x, y) => shape((x - centre[0]) * scale, (centre[1] - y) * scale),
      };
      onGrasp();
    },
    onPointerMove(event: ReactPointerEvent<SVGElement>) {
      if (grip.current?.pointer !== event.pointerId) return;
      event.stopPropagation();
      follow(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  });

  function release(event: ReactPointerEvent<SVGElement>): void {
    if (grip.current?.pointer !== event.pointerId) return;
    event.stopPropagation();
    grip.current = null;
    onRelease();
  }

  const pull = (axis: AxisName) => (dx: number, dy: number) =>
    stretch(axes, axis, dx, dy, SMALLEST / frame.unit);

  return (
    <g
      ref={group}
      className="shape-handles"
      aria-hidden="true"
      data-export="skip"
      // The focus stays on the cluster, whose keys go on working.
      onMouseDown={(event) => event.preventDefault()}
    >
      {!isLine && (
        <line x1={first.at[0]} y1={first.at[1]} x2={turn[0]} y2={turn[1]} stroke={colour} />
      )}
      {stretchable.map((handle) => (
        <g
          key={handle.axis}
          className="shape-handle"
          {...handlers(handle.at, handle.ratio, pull(handle.axis))}
        >
          <circle className="shape-handle-hit" cx={handle.at[0]} cy={handle.at[1]} r={13} />
          <rect
            className="shape-handle-grip"
            x={-4.5}
            y={-4.5}
            width={9}
            height={9}
            rx={1.5}
            stroke={colour}
            transform={`translate(${handle.at[0]} ${handle.at[1]}) rotate(${(-axes.angle * 180) / Math.PI})`}
          />
        </g>
      ))}
      {!isLine && (
        <g
          className="shape-handle turning"
          {...handlers(turn, 1, (dx, dy) => turnTowards(axes, dx, dy))}
        >
          <circle className="shape-handle-hit" cx={turn[0]} cy={turn[1]} r={13} />
          <circle className="shape-handle-grip" cx={turn[0]} cy={turn[1]} r={5} stroke={colour} />
        </g>
      )}
    </g>
  );
}
