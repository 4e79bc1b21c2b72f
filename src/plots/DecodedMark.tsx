import type { Data } from './coordinates.ts';
import type { Frame } from './frame.ts';

interface DecodedMarkProps {
  readonly frame: Frame<Data>;
  readonly at: Data;
  readonly deviation: Data;
}

/** A decoded place: its mean as a cross, its noise as an ellipse of one standard deviation. */
export function DecodedMark({ frame, at, deviation }: DecodedMarkProps) {
  const [x, y] = frame.toScreen(at);
  return (
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
  );
}
