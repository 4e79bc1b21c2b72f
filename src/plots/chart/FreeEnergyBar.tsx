import type { Chart } from './ChartAxes.tsx';
import type { FreeEnergyRow } from './freeEnergySeries.ts';

interface FreeEnergyBarProps {
  readonly row: FreeEnergyRow;
  readonly chart: Chart;
  /** Pixels. */
  readonly left: number;
  readonly width: number;
}

/**
 * Figure 2.2 for one moment, in the scale of the chart: energy, entropy on it, and the KL divergence
 * up to the log-likelihood. Where there are priors, KL(q(theta) || p(theta)) lowers the top
 * of both. Purely visual: the labels beside it tell the numbers.
 */
export function FreeEnergyBar({ row, chart, left, width }: FreeEnergyBarProps) {
  const { area, y } = chart;
  const bottom = area.top + area.height;
  const inside = (value: number) => Math.min(bottom, Math.max(area.top, y(value)));
  const piece = (part: string, from: number, to: number) => {
    const [low, high] = [inside(from), inside(to)];
    return (
      <rect
        className="free-energy-fill"
        data-part={part}
        x={left}
        y={high}
        width={width}
        height={Math.max(0, low - high)}
      />
    );
  };
  const { energy, entropy, freeEnergy, logLikelihood } = row;
  return (
    <g aria-hidden="true">
      {/* From the edge of the chart, not from zero: only its end matters. */}
      <rect
        className="free-energy-fill"
        data-part="energy"
        x={left}
        y={inside(energy)}
        width={width}
        height={Math.max(0, bottom - inside(energy))}
      />
      {piece('entropy', energy, energy + entropy)}
      {row.globalKl > 0 && piece('globalKl', freeEnergy, energy + entropy)}
      {logLikelihood !== null && piece('gap', freeEnergy, logLikelihood)}
      <line
        className="free-energy-line"
        data-part="freeEnergy"
        x1={left - 2}
        x2={left + width + 2}
        y1={inside(freeEnergy)}
        y2={inside(freeEnergy)}
      />
      {logLikelihood !== null && (
        <line
          className="free-energy-line"
          data-part="logLikelihood"
          x1={left - 2}
          x2={left + width + 2}
          y1={inside(logLikelihood)}
          y2={inside(logLikelihood)}
        />
      )}
    </g>
  );
}
