import { formatFixed } from '../../ui/numbers.ts';
import { insideMargin, NOWHERE, PlotHost, usePlotHost } from '../host/PlotHost.tsx';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import './bars.css';

export interface ForceBalanceProps {
  /** What the latents buy, nats per datum: log-likelihood beyond the best without any latents. */
  readonly gain: number;
  /** The KL of each latent dimension, nats per datum. */
  readonly kl: readonly number[];
  /** Weight of the KL; null where the objective has none. */
  readonly beta: number | null;
}

const MARGIN = { left: 4, right: 4, top: 20, bottom: 0 };
const BAR = 14;
const BEAM_GAP = 16;
/** The beam's ends rise and fall by this much at most, pixels. */
const MOST_TILT = 12;
/** Small differences are to be seen, too, but not those of next to nothing, nats. */
const STEEPNESS = 3;
const NEXT_TO_NOTHING = 0.2;
const nats = (value: number): string => formatFixed(value, 2);
/** Fixed ends of the axis, so that bars do not rescale with every step. */
const ENDS = [1, 2, 4, 8, 15, 30, 60, 120, 250, 500, 1000];

/** How far a beam tips, -1 to 1: to the left where gain outweighs cost. */
export function tiltOf(gain: number, cost: number): number {
  const [pull, push] = [Math.max(gain, 0), Math.max(cost, 0)];
  return Math.tanh((STEEPNESS * (pull - push)) / (pull + push + NEXT_TO_NOTHING));
}

/**
 * Two forces on a beam: to the left what reconstruction gains from the latents, to the right what
 * they cost, one piece per latent dimension.
 */
export function ForceBalance({ gain, kl, beta }: ForceBalanceProps) {
  const style = chartStyle(useTheme());
  const host = usePlotHost();
  const area = host.size && insideMargin(host.size, MARGIN);
  const { width } = area ?? NOWHERE;
  const weight = beta ?? 1;
  const cost = weight * kl.reduce((sum, value) => sum + value, 0);
  const end = ENDS.find((limit) => Math.max(gain, cost) <= limit) ?? Math.max(gain, cost);
  const middle = MARGIN.left + width / 2;
  const scale = width / 2 / end;
  const beamY = MARGIN.top + BAR + BEAM_GAP;
  const tilt = MOST_TILT * tiltOf(gain, cost);
  const reach = Math.min(width / 2, 150);
  let start = middle;
  return (
    <PlotHost host={host} className="force-balance" area={area}>
      <g
        role="img"
        aria-label={`Reconstruction gains ${nats(gain)} nats per observation; ${beta === null ? 'KL' : 'beta times KL'} costs ${nats(cost)}.`}
      >
        <text className="force-name" x={MARGIN.left} y={13}>
          Reconstruction gains <tspan className="force-value">{nats(gain)}</tspan>
        </text>
        <text className="force-name" x={MARGIN.left + width} y={13} textAnchor="end">
          {beta === null ? 'KL' : 'β · KL'} costs{' '}
          <tspan className="force-value">{nats(cost)}</tspan>
        </text>
        <rect
          x={middle - Math.max(0, gain) * scale}
          y={MARGIN.top}
          width={Math.max(0, gain) * scale}
          height={BAR}
          fill={style.part(0).colour}
        />
        {kl.map((value, dimension) => {
          const from = start;
          start += weight * value * scale;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the dimension is the identity
              key={dimension}
              className="force-piece"
              x={from}
              y={MARGIN.top}
              width={Math.max(0, start - from)}
              height={BAR}
              fill={style.part(1).colour}
            />
          );
        })}
        <line className="plot-zero" x1={middle} x2={middle} y1={MARGIN.top - 3} y2={beamY} />
        <line
          className="force-beam"
          x1={middle - reach}
          x2={middle + reach}
          y1={beamY + tilt}
          y2={beamY - tilt}
        />
        <path className="force-fulcrum" d={`M${middle} ${beamY + 2}l8 13h-16z`} />
        <text className="plot-tick" x={middle} y={beamY + 28} textAnchor="middle">
          nats per observation; each side reaches to {end}
        </text>
      </g>
    </PlotHost>
  );
}
