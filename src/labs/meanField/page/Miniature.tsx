import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
/** Pixels for a unit. */
const UNIT = 30;

/** The factorised q inside the posterior; made by `npm run models`. */
export default function Miniature() {
  const [x, y] = result.mean;
  const [wide, high] = result.variance.map((variance) => 2 * Math.sqrt(variance) * UNIT);
  return (
    <svg
      className="plot"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="The ellipse of a factorised q."
    >
      <ellipse cx={x * UNIT} cy={-y * UNIT} rx={wide} ry={high} fill="none" stroke="currentColor" />
    </svg>
  );
}
