import type { Data } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { useScene } from '../plane/scene.ts';

interface DecodedMarkProps {
  readonly at: Data;
  readonly deviation: Data;
}

/** A decoded place: its mean as a cross, its noise as an ellipse of one standard deviation. */
export function DecodedMark({ at, deviation }: DecodedMarkProps) {
  const { frame, clip } = useScene<Data>();
  const [x, y] = frame.toScreen(at);
  const beyond = beyondRim(frame, x, y);
  return (
    <g clipPath={clip} pointerEvents="none">
      <g aria-hidden="true">
        <ellipse
          className="decoded-mark"
          cx={x}
          cy={y}
          rx={frame.unit * deviation[0]}
          ry={frame.unit * deviation[1]}
        />
        <path className="decoded-cross" d={`M${x - 7} ${y}h14M${x} ${y - 7}v14`} />
      </g>
      {beyond && (
        <path
          role="img"
          aria-label={`Decoded outside the plot, ${beyond.where}`}
          className="decoded-beyond"
          d="M9 0L-6 7.5L-2.5 0L-6 -7.5Z"
          transform={`translate(${beyond.x} ${beyond.y}) rotate(${beyond.degrees})`}
        />
      )}
    </g>
  );
}

/** How far inside the rim the sign stands, so that all of it is seen. */
const INSET = 12;

/** Around the plot in steps of 45 degrees, clockwise as screens count. */
const DIRECTIONS = [
  'to the right',
  'to the lower right',
  'below',
  'to the lower left',
  'to the left',
  'to the upper left',
  'above',
  'to the upper right',
] as const;

export interface BeyondRim {
  /** Where at the rim the sign stands, and which way it points, clockwise from the right. */
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly where: (typeof DIRECTIONS)[number];
}

/** The sign for a place on the screen that lies outside the plot; null for one within. */
export function beyondRim(
  { area: { left, top, width, height } }: Pick<Frame<Data>, 'area'>,
  x: number,
  y: number,
): BeyondRim | null {
  const isWithin = x >= left && x <= left + width && y >= top && y <= top + height;
  if (isWithin || !Number.isFinite(x + y)) return null;
  const rimX = Math.min(left + width - INSET, Math.max(left + INSET, x));
  const rimY = Math.min(top + height - INSET, Math.max(top + INSET, y));
  const degrees = (Math.atan2(y - rimY, x - rimX) * 180) / Math.PI;
  return { x: rimX, y: rimY, degrees, where: DIRECTIONS[(Math.round(degrees / 45) + 8) % 8] };
}
