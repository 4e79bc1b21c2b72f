import type { Latent, Screen } from '../plane/coordinates.ts';
import { screen } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import type { AxisName, EllipseAxes } from './ellipse.ts';
import { DRAWN_DEVIATIONS } from './ellipse.ts';

/** A grip on the end of an axis. */
export interface Handle {
  readonly axis: AxisName;
  readonly at: Screen;
  /** From the mean to the handle, screen direction of unit length. */
  readonly direction: readonly [number, number];
  /** True length over drawn length: above 1 where the axis ends outside the plot. */
  readonly ratio: number;
}

const INSET = 10;
const TURN_REACH = 26;

/** How far one can go from `at` before leaving the plot's area. */
function room(frame: Frame<Latent>, at: Screen, [dx, dy]: readonly [number, number]): number {
  const { left, top, width, height } = frame.area;
  const alongX = dx > 0 ? left + width - INSET - at[0] : at[0] - left - INSET;
  const alongY = dy > 0 ? top + height - INSET - at[1] : at[1] - top - INSET;
  const limit = Math.min(
    alongX / Math.max(1e-9, Math.abs(dx)),
    alongY / Math.max(1e-9, Math.abs(dy)),
  );
  return Math.max(limit, 2 * INSET);
}

/** The handle of an axis, on the end that lies inside the plot, pulled in if neither does. */
export function axisHandle(
  frame: Frame<Latent>,
  mean: Latent,
  axes: EllipseAxes,
  axis: AxisName,
): Handle {
  const angle = axis === 'first' ? axes.angle : axes.angle + Math.PI / 2;
  const centre = frame.toScreen(mean);
  const length = axes[axis] * DRAWN_DEVIATIONS * frame.unit;
  const forwards = [Math.cos(angle), -Math.sin(angle)] as const;
  const backwards = [-forwards[0], -forwards[1]] as const;
  // The first axis also carries the turning handle, which must not jump to the other side.
  const useBackwards =
    axis === 'second' &&
    room(frame, centre, forwards) < length &&
    room(frame, centre, backwards) >= length;
  const direction = useBackwards ? backwards : forwards;
  const drawn = Math.max(8, Math.min(length, room(frame, centre, direction)));
  return {
    axis,
    at: screen(centre[0] + direction[0] * drawn, centre[1] + direction[1] * drawn),
    direction,
    ratio: length / drawn,
  };
}

/** The turning handle, a little beyond the end of the first axis. */
export const turningHandle = ({ at, direction }: Handle): Screen =>
  screen(at[0] + direction[0] * TURN_REACH, at[1] + direction[1] * TURN_REACH);
