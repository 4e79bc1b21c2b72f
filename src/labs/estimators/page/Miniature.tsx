import { estimatorLook } from '../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
const MARGIN = 10;
const LANE = (HEIGHT - 2 * MARGIN) / 3;
const ORDER = ['score', 'leaveOneOut', 'pathwise'] as const;

function pathOf(bins: readonly number[], lane: number): string {
  const foot = MARGIN + (lane + 1) * LANE;
  const most = Math.max(...bins);
  const places = bins.map((share, i) => {
    const across = MARGIN + ((i + 0.5) / bins.length) * (WIDTH - 2 * MARGIN);
    return `${across.toFixed(1)},${(foot - (share / most) * 0.85 * LANE).toFixed(1)}`;
  });
  return `M${MARGIN},${foot}L${places.join('L')}L${WIDTH - MARGIN},${foot}Z`;
}

/** Histograms of three estimators of one gradient; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Histograms of three estimators of the same gradient: wide, less wide, and narrow."
    >
      {result.histograms.map((bins, lane) => {
        const { colour } = estimatorLook(ORDER[lane], theme);
        return (
          <path
            key={ORDER[lane]}
            d={pathOf(bins, lane)}
            fill={colour}
            fillOpacity={0.35}
            stroke={colour}
            strokeWidth={2}
          />
        );
      })}
    </svg>
  );
}
