import { boundLook } from '../../../plots/style/boundLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
const MARGIN = 14;

/** The bound climbing to the log evidence; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  const { bounds, evidence } = result;
  const low = bounds[0];
  const across = (i: number) => MARGIN + (i / (bounds.length - 1)) * (WIDTH - 2 * MARGIN);
  const down = (value: number) =>
    MARGIN + 10 + ((evidence - value) / (evidence - low)) * (HEIGHT - 2 * MARGIN - 10);
  const places = bounds.map((value, i) => `${across(i).toFixed(1)},${down(value).toFixed(1)}`);
  const bound = boundLook('bound', theme).colour;
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="The bound rises to the log evidence as more draws are averaged."
    >
      <line
        {...{ x1: MARGIN, x2: WIDTH - MARGIN, y1: down(evidence), y2: down(evidence) }}
        stroke={boundLook('evidence', theme).colour}
        strokeWidth={2}
      />
      <path
        d={`M${places[0].split(',')[0]},${HEIGHT - MARGIN}L${places.join('L')}V${HEIGHT - MARGIN}Z`}
        fill={bound}
        fillOpacity={0.2}
      />
      <path d={`M${places.join('L')}`} fill="none" stroke={bound} strokeWidth={3} />
    </svg>
  );
}
