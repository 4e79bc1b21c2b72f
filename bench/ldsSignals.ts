/** How well the SVAE-LDS foretells the signals that are harder than the bouncing dot, by their presets. */
import { svaeLds } from '../src/labs/svaeLds/lab.ts';
import { type Figure, firstSeeds, lower, type Measurement } from './figures.ts';
import { median, spread } from './statistics.ts';
import { trainSeeds } from './trainRuns.ts';

const PRESETS = ['two-dots', 'changing-speed'];
const STEPS = 1000;

interface Run {
  readonly period: number | null;
  readonly truePeriod: number;
  readonly forecastMse: { readonly ahead50to100: number };
}

export async function measureLdsSignals(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 3 : 2);
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const preset of svaeLds.table.presets.filter(({ id }) => PRESETS.includes(id))) {
    const settings = Object.entries(preset.values).map(([name, value]) => `${name}=${value}`);
    const runs = await trainSeeds<Run>(svaeLds.id, seeds, STEPS, settings);
    const far = runs.map(({ forecastMse }) => forecastMse.ahead50to100);
    const off = runs.map(({ period, truePeriod }) => Math.abs((period ?? 0) / truePeriod - 1));
    figures.push({
      name: `LDS, ${preset.label.toLowerCase()}: forecast 50 to 100 steps ahead, mean squared error`,
      atLeast: lower(0.015, 'median 0.015'),
      aim: lower(0.005, '0.005'),
      value: median(far),
      measured: spread(far, '', 4),
    });
    notes.push(
      `LDS, ${preset.label.toLowerCase()}: preset "${preset.id}", ${STEPS} steps, seeds ${seeds.join(', ')}; periods within ${(100 * Math.max(...off)).toFixed(2)} % of the truth.`,
    );
  }
  return { figures, run: `seeds ${seeds.join(', ')}, ${STEPS} steps, Node`, notes };
}
