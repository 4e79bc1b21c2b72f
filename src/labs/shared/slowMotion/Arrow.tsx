import { type Latent, latent, type PlanePoint } from '../../../plots/plane/coordinates.ts';
import { useScene } from '../../../plots/plane/scene.ts';

export interface ArrowProps<P extends PlanePoint<string>> {
  readonly from: P;
  readonly to: P;
  readonly className: string | undefined;
  /** Written at the tip; may be empty. */
  readonly label: string;
  /** On which side of the tip. */
  readonly labelled?: 'above' | 'below';
}

const HEAD = 8;
/** Labels this near to the right end of the plot would be cut off. */
const LABEL_ROOM = 125;

/** An arrow between two positions of a plot; too short for a head it is a stroke. */
export function Arrow<P extends PlanePoint<string>>(props: ArrowProps<P>) {
  const { from, to, className, label, labelled = 'above' } = props;
  const { frame: plot } = useScene<P>();
  const [x1, y1] = plot.toScreen(from);
  const [x2, y2] = plot.toScreen(to);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const { left, width } = plot.area;
  const isLeft = x2 < x1 ? x2 > left + LABEL_ROOM : x2 > left + width - LABEL_ROOM;
  const head = Math.min(HEAD, length);
  return (
    <g className={className}>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      <path
        d={`M0,0L${-head},${head / 2}L${-head},${-head / 2}Z`}
        transform={`translate(${x2} ${y2}) rotate(${angle})`}
      />
      {label !== '' && (
        <text
          className="overlay-label"
          x={x2 + (isLeft ? -6 : 6)}
          y={y2 + (labelled === 'above' ? -5 : 15)}
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}

/**
 * Ends of arrows along `slopes` from `starts`, on one scale, the longest `reach` long. Slopes that
 * are all zero stay points.
 */
export function arrowEnds(
  starts: readonly Latent[],
  slopes: readonly Latent[],
  reach: number,
): Latent[] {
  const longest = Math.max(...slopes.map(([dx, dy]) => Math.hypot(dx, dy)));
  const scale = longest > 0 ? reach / longest : 0;
  return starts.map(([x, y], index) =>
    latent(x + scale * slopes[index][0], y + scale * slopes[index][1]),
  );
}
