import { useRef } from 'react';
import { useDrag } from '../drag/useDrag.ts';
import type { Latent } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import type { AxisName, EllipseAxes } from './ellipse.ts';
import { rotateTowards, stretch } from './ellipse.ts';
import { axisHandle, turningHandle } from './handles.ts';

export interface ShapeHandlesProps {
  readonly frame: Frame<Latent>;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  /** Only the length along x means anything: nothing else can be stretched, and nothing turned. */
  readonly isLine: boolean;
  readonly colour: string;
  readonly onGrab: () => void;
  readonly onShape: (axes: EllipseAxes) => void;
  readonly onRelease: () => void;
  readonly onCancel: () => void;
}

/** A grip where it was pressed, pixels, and the shape it makes at a place, from the mean. */
interface Grip {
  readonly at: readonly [x: number, y: number];
  /** Of what it marks to where it is drawn. */
  readonly ratio: number;
  readonly shape: (dx: number, dy: number) => EllipseAxes;
}

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
  onGrab,
  onShape,
  onRelease,
  onCancel,
}: ShapeHandlesProps) {
  const group = useRef<SVGGElement>(null);
  const centre = frame.toScreen(mean);
  const first = axisHandle(frame, mean, axes, 'first');
  const second = axisHandle(frame, mean, axes, 'second');
  const stretchable = [first, second].filter(
    ({ direction: [x, y] }) => !isLine || Math.abs(x) > Math.abs(y),
  );
  const turn = turningHandle(first);

  const drag = useDrag<Grip>(group, {
    onStart: onGrab,
    onMove(dx, dy, { at: [x, y], ratio, shape }) {
      const scale = ratio / frame.unit;
      onShape(shape((x + dx - centre[0]) * scale, (centre[1] - y - dy) * scale));
    },
    onEnd: onRelease,
    onCancel,
  });

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
          {...drag({ at: handle.at, ratio: handle.ratio, shape: pull(handle.axis) })}
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
          {...drag({ at: turn, ratio: 1, shape: (dx, dy) => rotateTowards(axes, dx, dy) })}
        >
          <circle className="shape-handle-hit" cx={turn[0]} cy={turn[1]} r={13} />
          <circle className="shape-handle-grip" cx={turn[0]} cy={turn[1]} r={5} stroke={colour} />
        </g>
      )}
    </g>
  );
}
