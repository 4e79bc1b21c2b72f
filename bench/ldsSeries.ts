/** The SVAE-LDS on the measured series that come with the page, headless: period, and forecasts against naive ones. */
import { SHIPPED_SERIES } from '../src/datasets/series/shippedSeries.ts';
import { svaeLds } from '../src/labs/svaeLds/lab.ts';
import { type Figure, firstSeeds, type Measurement, share } from './figures.ts';
import { mean } from './statistics.ts';
import { trainSeeds } from './trainRuns.ts';

const STEPS = 300;
/** How far a period may be off, relatively. */
const WITHIN = 0.03;
const SPANS = ['ahead1', 'ahead2to5', 'ahead6to20'] as const;

type Errors = Readonly<Record<(typeof SPANS)[number], number | null>>;

interface Run {
  readonly period: number | null;
  readonly trainingPeriod: number | null;
  readonly baselines: {
    readonly model: Errors;
    readonly lastValue: Errors;
    readonly seasonal: Errors | null;
  };
}

export async function measureLdsSeries(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 10 : 3);
  const notes: string[] = [];
  const figures = await Promise.all(
    SHIPPED_SERIES.map(async ({ value: signal, label, period: truth }): Promise<Figure[]> => {
      const runs = await trainSeeds<Run>(svaeLds.id, seeds, STEPS, [`signal=${signal}`]);
      const errors = SPANS.map((span) => {
        const of = (kind: 'model' | 'lastValue' | 'seasonal') => {
          const error = mean(runs.map(({ baselines }) => baselines[kind]?.[span] ?? Number.NaN));
          return Number.isNaN(error) ? 'none' : String(Number(error.toPrecision(2)));
        };
        return `${of('model')} (${of('lastValue')}, ${of('seasonal')})`;
      });
      notes.push(
        `${label}: error 1, 2 to 5 and 6 to 20 steps ahead (of the last value, of the last period) ${errors.join(', ')}; period ${runs.map(({ period }) => period?.toFixed(1) ?? 'none').join(', ')}, of the rows for training ${runs[0].trainingPeriod?.toFixed(1) ?? 'none'}.`,
      );
      const better = runs.filter(({ baselines }) => isBetter(baselines)).length;
      const ahead = share(
        `${label}: seeds that beat the last value and the last period, mean of three spans`,
        ...([better, runs.length, [1, null, 1]] as const),
      );
      if (truth === null) return [ahead];
      const found = (of: number | null) => runs.filter(({ period }) => isNear(period, of)).length;
      const near = (what: string, of: number | null) =>
        share(`${label}: seeds whose period is within 3 % of ${what}`, found(of), runs.length, [
          1,
          null,
          1,
        ]);
      return [
        near('the counted one', truth),
        near('that of the rows for training', runs[0].trainingPeriod),
        ahead,
      ];
    }),
  );
  return {
    figures: figures.flat(),
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps, Node`,
    notes: [...notes, 'With --full seeds 0 to 9; docs/learning.md says why where a bar is missed.'],
  };
}

const isNear = (period: number | null, truth: number | null): boolean =>
  period !== null && truth !== null && Math.abs(period / truth - 1) <= WITHIN;

/** On the mean over spans of the model's error relative to the better of the naive ones. */
function isBetter({ model, lastValue, seasonal }: Run['baselines']): boolean {
  const ratios = SPANS.map((span) => {
    const naive = [lastValue[span], seasonal?.[span]].flatMap((error) => error ?? []);
    return Math.log((model[span] ?? Number.NaN) / Math.min(...naive));
  });
  return mean(ratios) < 0;
}
