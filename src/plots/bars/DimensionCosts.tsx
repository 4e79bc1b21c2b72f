import { formatFixed } from '../../ui/numbers.ts';
import { insideMargin, NOWHERE, PlotHost, usePlotHost } from '../host/PlotHost.tsx';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import './bars.css';

export interface DimensionCostsProps {
  /** What the values belong to: "all data", "point 12". */
  readonly about: string;
  /** The KL of each latent dimension, nats. */
  readonly kl: readonly number[];
  /** What the KL of the whole is larger by where dimensions are correlated, nats; null where none may be. */
  readonly correlation?: number | null;
  /** Below this many nats a dimension counts as collapsed. */
  readonly collapsedBelow: number;
}

const MARGIN = { left: 22, right: 92, top: 20, bottom: 0 };
const THICKEST = 16;
const HIGHEST_ROW = 24;
const nats = (value: number): string => formatFixed(value, 2);
const ENDS = [1, 2, 4, 6, 8, 12, 20];

/** What each latent dimension says, as its KL in nats; one that says nothing has collapsed. */
export function DimensionCosts(props: DimensionCostsProps) {
  const { about, kl, correlation = null, collapsedBelow } = props;
  const { colour } = chartStyle(useTheme()).part(1);
  const host = usePlotHost();
  const area = host.size && insideMargin(host.size, MARGIN);
  const { left, top, width, height } = area ?? NOWHERE;
  const bars = [
    ...kl.map((value, dimension) => ({
      value,
      mark: String(dimension + 1),
      name: `Dimension ${dimension + 1}`,
      note: value < collapsedBelow ? 'collapsed' : '',
    })),
    ...(correlation === null
      ? []
      : [{ value: correlation, mark: 'ρ', name: 'Correlation', note: 'correlation' }]),
  ];
  const largest = Math.max(0, ...bars.map(({ value }) => value));
  const end = ENDS.find((limit) => largest <= limit) ?? largest;
  const pitch = height / Math.max(1, bars.length);
  const thick = Math.min(THICKEST, pitch * 0.7);
  return (
    <PlotHost host={host} className="dimension-costs" area={area}>
      <text className="plot-axis-name" x={2} y={12} aria-hidden="true">
        KL by latent dimension, nats, {about}
      </text>
      <g role="list" aria-label={`KL by latent dimension, ${about}`}>
        {bars.map(({ value, mark, name, note }, index) => {
          const y = top + pitch * index + Math.min(pitch, HIGHEST_ROW) / 2;
          const bar = { x: left, y: y - thick / 2, height: thick };
          return (
            <g
              key={mark}
              role="listitem"
              aria-label={`${name}: ${nats(value)} nats${note === 'collapsed' ? ', collapsed' : ''}`}
            >
              <text className="force-name" x={2} y={y} dy="0.34em">
                {mark}
              </text>
              <rect className="dimension-track" {...bar} width={width} />
              <rect {...bar} width={(width * Math.min(value, end)) / end} fill={colour} />
              <text className="force-name" x={left + width + 8} y={y} dy="0.34em">
                <tspan className="force-value">{nats(value)}</tspan>
                {note && ` ${note}`}
              </text>
            </g>
          );
        })}
      </g>
    </PlotHost>
  );
}
