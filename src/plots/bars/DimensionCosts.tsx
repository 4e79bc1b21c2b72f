import { format } from 'd3';
import { useRef } from 'react';
import { useElementSize } from '../host/useElementSize.ts';
import { chartLook } from '../style/chartLook.ts';
import { useTheme } from '../style/theme.ts';
import '../style/plots.css';
import './bars.css';

export interface DimensionCostsProps {
  /** What the values belong to: "all data", "point 12". */
  readonly about: string;
  /** The KL of each latent dimension, nats. */
  readonly kl: readonly number[];
  /** Below this many nats a dimension counts as collapsed. */
  readonly collapsedBelow: number;
}

const LABEL = 22;
const VALUE = 92;
const HEADING = 20;
const THICKEST = 16;
const nats = format('.2f');
const ENDS = [1, 2, 4, 6, 8, 12, 20];

/** What each latent dimension says, as its KL in nats; one that says nothing has collapsed. */
export function DimensionCosts({ about, kl, collapsedBelow }: DimensionCostsProps) {
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const largest = Math.max(0, ...kl);
  const end = ENDS.find((limit) => largest <= limit) ?? largest;
  const width = Math.max(1, (size?.width ?? 0) - LABEL - VALUE);
  const pitch = Math.max(1, ((size?.height ?? 0) - HEADING) / Math.max(1, kl.length));
  const thick = Math.min(THICKEST, pitch * 0.7);
  return (
    <div ref={host} className="plot dimension-costs" data-theme={theme}>
      {size !== null && (
        <svg className="plot-layer" width={size.width} height={size.height} role="presentation">
          <text className="plot-axis-name" x={2} y={12} aria-hidden="true">
            KL by latent dimension, nats, {about}
          </text>
          <g role="list" aria-label={`KL by latent dimension, ${about}`}>
            {kl.map((value, dimension) => {
              const y = HEADING + pitch * dimension + Math.min(pitch, 24) / 2;
              const isCollapsed = value < collapsedBelow;
              const length = (width * Math.min(value, end)) / end;
              return (
                <g
                  // biome-ignore lint/suspicious/noArrayIndexKey: the dimension is the identity
                  key={dimension}
                  role="listitem"
                  aria-label={`Dimension ${dimension + 1}: ${nats(value)} nats${isCollapsed ? ', collapsed' : ''}`}
                >
                  <text className="force-name" x={2} y={y} dy="0.34em">
                    {dimension + 1}
                  </text>
                  <rect
                    className="dimension-track"
                    x={LABEL}
                    y={y - thick / 2}
                    width={width}
                    height={thick}
                  />
                  <rect
                    x={LABEL}
                    y={y - thick / 2}
                    width={length}
                    height={thick}
                    fill={chartLook(theme).part(1).colour}
                  />
                  <text className="force-name" x={LABEL + width + 8} y={y} dy="0.34em">
                    <tspan className="force-value">{nats(value)}</tspan>
                    {isCollapsed && ' collapsed'}
                  </text>
                </g>
              );
            })}
          </g>
        </svg>
      )}
    </div>
  );
}
