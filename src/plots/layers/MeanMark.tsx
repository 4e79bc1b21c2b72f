import type { Latent } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import { usePlotStyle } from '../style/style.ts';
import { symbolPath } from '../style/symbols.ts';

interface MeanMarkProps {
  /** Of the cluster. */
  readonly id: number;
  readonly at: Latent;
  /** Where its number is written, pixels from the mark; without it there is none. */
  readonly number?: readonly [dx: number, dy: number];
  readonly radius?: number;
  readonly opacity?: number | undefined;
}

/** The mark of a cluster at its mean, which cannot be dragged. */
export function MeanMark({ id, at, number, radius = 6, opacity }: MeanMarkProps) {
  const { frame } = useScene<Latent>();
  const { colour } = usePlotStyle();
  return (
    <g transform={`translate(${frame.toScreen(at).join(' ')})`}>
      <path
        className="cluster-centre"
        d={symbolPath(id, radius)}
        fill={colour(id)}
        opacity={opacity}
      />
      {number && (
        <text className="cluster-number" x={number[0]} y={number[1]}>
          {id + 1}
        </text>
      )}
    </g>
  );
}
