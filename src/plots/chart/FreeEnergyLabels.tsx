import { format } from 'd3';
import type { Chart } from './ChartAxes.tsx';
import type { FreeEnergyRow } from './freeEnergySeries.ts';
import { spreadLabels } from './labelPlacement.ts';

interface FreeEnergyLabelsProps {
  readonly row: FreeEnergyRow;
  readonly chart: Chart;
  /** Pixels. */
  readonly left: number;
  /** Least distance between two, pixels. */
  readonly gap: number;
  /** Which moment the values belong to. */
  readonly name: string;
}

interface Label {
  readonly part: string;
  readonly name: string;
  readonly value: number;
  /** Where it belongs. */
  readonly at: number;
}

const valueText = (value: number): string => format('.3f')(value).replace('-', '−');

/** The parts of the ELBO at one moment, each at its height in the bar. */
export function FreeEnergyLabels({ row, chart, left, gap, name }: FreeEnergyLabelsProps) {
  const { top, height } = chart.area;
  const labels = labelsOf(row);
  const wishes = labels.map(({ at }) => Math.min(top + height, Math.max(top, chart.y(at))));
  const placed = spreadLabels(wishes, gap, top + 4, top + height - 4);
  return (
    <g className="chart-labels" role="list" aria-label={`ELBO ${name}`}>
      {labels.map(({ part, name: label, value }, index) => (
        <g key={part} role="listitem" aria-label={`${label} ${valueText(value)}`}>
          <text
            className="chart-label free-energy-label"
            data-part={part}
            x={left}
            y={placed[index]}
            dy="0.34em"
          >
            <tspan className="chart-value">{valueText(value)}</tspan>
            <tspan dx={5}>{label}</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}

/** From the top down. */
function labelsOf(row: FreeEnergyRow): Label[] {
  const { energy, entropy, globalKl, freeEnergy, logLikelihood, gap } = row;
  const labels: Label[] = [];
  if (logLikelihood !== null && gap !== null) {
    const middle = (freeEnergy + logLikelihood) / 2;
    labels.push(
      { part: 'logLikelihood', name: 'log-likelihood', value: logLikelihood, at: logLikelihood },
      { part: 'gap', name: 'KL, the gap', value: gap, at: middle },
    );
  } else if (globalKl > 0) {
    const middle = freeEnergy + globalKl / 2;
    labels.push({ part: 'globalKl', name: 'KL to the prior', value: globalKl, at: middle });
  }
  labels.push(
    { part: 'freeEnergy', name: 'ELBO', value: freeEnergy, at: freeEnergy },
    { part: 'entropy', name: 'entropy', value: entropy, at: energy + entropy / 2 },
    { part: 'energy', name: 'energy', value: energy, at: energy },
  );
  return labels;
}
