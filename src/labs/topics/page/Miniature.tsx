import '../../../plots/encoded/encoded.css';
import { colourAt, fieldMap } from '../../../plots/style/colourMaps.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const SIDE = 5;
const PIXELS = SIDE * SIDE;
const COLUMNS = 5;
const PIXEL = 8;
const GAP = 6;
const TILE = SIDE * PIXEL + GAP;
const MARGIN = 10;

const topics = Array.from({ length: result.beta.length / PIXELS }, (_, k) =>
  result.beta.slice(k * PIXELS, (k + 1) * PIXELS),
);

/** Topics of the bars as pictures; made by `npm run models`. */
export default function Miniature() {
  const map = fieldMap('intensity', useTheme());
  const rows = Math.ceil(topics.length / COLUMNS);
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${2 * MARGIN + COLUMNS * TILE - GAP} ${2 * MARGIN + rows * TILE - GAP}`}
      role="img"
      aria-label={`${topics.length} topics as pictures: each is a row or a column of pixels.`}
    >
      {topics.map((values, k) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: the topic is its place in the list
          key={k}
          transform={`translate(${MARGIN + (k % COLUMNS) * TILE} ${MARGIN + Math.floor(k / COLUMNS) * TILE})`}
        >
          {values.map((value, pixel) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the pixel is its place
              key={pixel}
              x={(pixel % SIDE) * PIXEL}
              y={Math.floor(pixel / SIDE) * PIXEL}
              width={PIXEL}
              height={PIXEL}
              fill={colourAt(map, value, 0, 1 / SIDE)}
            />
          ))}
          <rect className="picture-frame" width={SIDE * PIXEL} height={SIDE * PIXEL} />
        </g>
      ))}
    </svg>
  );
}
