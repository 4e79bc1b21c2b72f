import { area as areaShape, scaleLinear } from 'd3';
import { useRef } from 'react';
import { type ColumnUnit, MODEL_UNIT, ownText } from '../../datasets/columnUnits.ts';
import type { ExpertCurves } from '../em/ExpertsPlot.tsx';
import { ownTicks } from '../host/ownTicks.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { useGlide } from '../host/useGlide.ts';
import { colour } from '../style/palette.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import '../style/plots.css';
import './charts.css';
import '../em/em.css';

export interface GatePlotProps {
  readonly curves: Pick<ExpertCurves, 'x' | 'gates'> | null;
  readonly experts: number;
  readonly xLabel: string;
  /** How x is read; as it is unless told. */
  readonly unit?: ColumnUnit | undefined;
  readonly hovered: number | null;
  readonly onHover: (expert: number | null) => void;
  /** The strips glide to their new courses when this changes. */
  readonly motionKey: string | number;
  readonly placeholder?: Placeholder | null | undefined;
}

const MARGIN = { left: 38, right: 10, top: 22, bottom: 34 } as const;
/** Room of a mark to the left of its middle, and with its number to the right, pixels. */
const MARK = { left: 10, right: 26 } as const;
const TICKS = [0, 0.5, 1];
/** An expert that is asked less than this nowhere needs no mark. */
const WORTH_A_MARK = 0.15;
const NOTHING: ArrayLike<number> = [];

/** How much the gate asks each expert along x: strips one on the other that fill the whole height. */
export function GatePlot(props: GatePlotProps) {
  const theme = useTheme();
  const { experts, hovered, placeholder, unit = MODEL_UNIT } = props;
  const gates = useGlide(props.curves?.gates ?? NOTHING, props.motionKey);
  const curves = props.curves && { x: props.curves.x, gates };
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const width = Math.max(1, (size?.width ?? 0) - MARGIN.left - MARGIN.right);
  const height = Math.max(1, (size?.height ?? 0) - MARGIN.top - MARGIN.bottom);
  const bottom = MARGIN.top + height;
  const y = scaleLinear([0, 1], [bottom, MARGIN.top]);
  const strips = curves ? stripsOf(curves, experts) : [];
  const last = (curves?.x.length ?? 1) - 1;
  const x = scaleLinear(
    [curves?.x[0] ?? -1, curves?.x[last] ?? 1],
    [MARGIN.left, MARGIN.left + width],
  );
  const { ticks, note } = ownTicks(
    x.domain()[0],
    x.domain()[1],
    unit,
    Math.max(2, Math.round(width / 70)),
  );
  // Marks and their numbers keep within the plot, however far out an expert leads.
  const markX = (place: number) =>
    Math.min(MARGIN.left + width - MARK.right, Math.max(MARGIN.left + MARK.left, place));
  return (
    <div ref={host} className="plot cluster-bars" data-theme={theme}>
      {size !== null && (
        <svg className="plot-layer" width={size.width} height={size.height} role="presentation">
          <g aria-hidden="true">
            {TICKS.map((tick) => (
              <text
                key={tick}
                className="plot-tick"
                x={MARGIN.left - 6}
                y={y(tick)}
                dy="0.34em"
                textAnchor="end"
              >
                {tick}
              </text>
            ))}
            {ticks.map(({ at, text }) => (
              <text key={at} className="plot-tick" x={x(at)} y={bottom + 14} textAnchor="middle">
                {text}
              </text>
            ))}
            <text
              className="plot-axis-name"
              x={MARGIN.left + width}
              y={bottom + 29}
              textAnchor="end"
            >
              {note === '' ? props.xLabel : `${props.xLabel} (${note})`}
            </text>
            <text className="plot-axis-name" x={2} y={12}>
              gate weight
            </text>
          </g>
          <g role="list" aria-label="Experts along x">
            {strips.map(({ below, share, peak }, k) => {
              const path =
                areaShape<number>(
                  (g) => x(curves?.x[g] ?? 0),
                  (g) => y(below[g]),
                  (g) => y(below[g] + share[g]),
                )(below.map((_, g) => g)) ?? '';
              const at = curves?.x[peak] ?? 0;
              return (
                <g
                  // biome-ignore lint/suspicious/noArrayIndexKey: the expert is its place in the list
                  key={k}
                  role="listitem"
                  aria-label={`Expert ${k + 1}: largest gate weight at ${ownText(unit, at)}, ${Math.round(100 * share[peak])} %`}
                  opacity={hovered === null || hovered === k ? 1 : 0.35}
                  onPointerEnter={() => props.onHover(k)}
                  onPointerLeave={() => props.onHover(null)}
                >
                  <path className="gate-strip" d={path} fill={colour(k, theme)} />
                  {share[peak] >= WORTH_A_MARK && (
                    <g transform={`translate(${markX(x(at))} ${y(below[peak] + share[peak] / 2)})`}>
                      <path
                        className="cluster-centre"
                        d={symbolPath(k, 6)}
                        fill={colour(k, theme)}
                      />
                      <text className="cluster-number" x={9} y={4}>
                        {k + 1}
                      </text>
                    </g>
                  )}
                </g>
              );
            })}
          </g>
        </svg>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} />}
    </div>
  );
}

interface Strip {
  /** G: where the strip begins, and how high it is. */
  readonly below: readonly number[];
  readonly share: readonly number[];
  /** The place where it is highest, the middle one of equals. */
  readonly peak: number;
}

function stripsOf({ x, gates }: Pick<ExpertCurves, 'x' | 'gates'>, experts: number): Strip[] {
  const below = Array.from(x, () => 0);
  return Array.from({ length: experts }, (_, k) => {
    const start = [...below];
    const share = Array.from(x, (_place, g) => gates[g * experts + k]);
    share.forEach((part, g) => {
      below[g] += part;
    });
    const most = Math.max(...share);
    const peaks = share.flatMap((part, g) => (part >= most - 0.01 ? [g] : []));
    return { below: start, share, peak: peaks[peaks.length >> 1] ?? 0 };
  });
}
