/** Training the same settings under many seeds, and taking one of them over. */
import type { Outcome } from '../../../session/protocol.ts';
import { counted, grouped } from '../../../settings/words.ts';
import type { LabController } from '../../../store/controller.ts';
import { summarise } from '../../../store/history.ts';
import { type SpareRun, type SpareState, spareWorkers } from '../../../store/spareTraining.ts';
import { viewEntry } from '../../../store/view.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { formatFixed } from '../../../ui/numbers.ts';
import type { Score } from '../../engine.ts';
import type { Lab } from '../../lab.ts';
import type { LabExports } from '../keeping/labExports.ts';
import { bestOf } from './comparison.ts';
import { documentOf } from './keptRuns.ts';
import { figuresOf, resultOf } from './runResult.ts';
import { trainings } from './trainings.ts';

export const areSeedsShown = viewEntry(false);

export const MOST_SEEDS = 40;
export const USUAL_SEEDS = 8;

/** Steps for a seed where the run on the page has taken none. */
export const usualSteps = ({ usesBackend }: Lab): number => (usesBackend === false ? 100 : 1000);

/** The seeds of a lab at work: they go on while the dialog is closed. */
export const seedTraining = trainings();

export interface SeedsAsked {
  readonly count: number;
  readonly first: number;
  readonly steps: number;
}

/** Trains the present settings under each seed, from scratch, with the edits that a reset leaves in place. */
export async function trainSeeds(
  controller: LabController,
  { count, first, steps }: SeedsAsked,
  cores = navigator.hardwareConcurrency || 2,
): Promise<void> {
  await controller.pause();
  const { lab, settings, edits, ownData } = controller.document.getState();
  const manifest = controller.labNamed(lab);
  const staying = edits.filter((edit) => manifest.outlivesModel?.(edit));
  const tasks = Array.from({ length: count }, (_, i) => ({
    ...{ lab, settings, ownData, steps },
    ...{ seed: first + i, edits: staying },
  }));
  const training = seedTraining(controller);
  await training.train(tasks, spareWorkers(cores, count));
  const { phase, runs } = training.state.getState();
  if (phase !== 'done') return;
  const best = bestRun(manifest, runs);
  const spoken = best ? ` The best is seed ${best.task.seed}.` : '';
  announce(`${counted(runs.length, 'seed')} trained.${spoken}`);
}

export function cancelSeeds(controller: LabController): void {
  const training = seedTraining(controller);
  training.cancel();
  const { runs } = training.state.getState();
  announce(`Training was cancelled: ${counted(runs.length, 'seed')} done.`);
}

/** Figures of a run that is done; null before. */
export const figuresOfRun = (lab: Lab, { task, outcome }: SpareRun): readonly Score[] | null =>
  outcome && figuresOf(lab, task.settings, outcome);

/** The run with the best objective; null where none is done, or all are as good. */
export function bestRun(lab: Lab, runs: readonly SpareRun[]): SpareRun | null {
  const totals = runs.map((run) => figuresOfRun(lab, run)?.[0] ?? null);
  const known = totals.find((figure) => figure !== null);
  const index = bestOf(
    totals.map((figure) => figure?.value ?? null),
    known?.better,
  );
  return index === null ? null : runs[index];
}

/** One figure of all runs. */
export interface SpreadOfSeeds {
  readonly name: string;
  readonly decimals: number;
  readonly dots: readonly { readonly name: string; readonly value: number }[];
  readonly median: number;
  /** The best by this figure. */
  readonly best: string | null;
}

const nameOf = ({ task }: SpareRun): string => `seed ${task.seed}`;

/** The middle value, or the mean of both; NaN where there is none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** The objective, then the scores, of those that are done; without figures that none has. */
export function spreadsOf(lab: Lab, runs: readonly SpareRun[]): readonly SpreadOfSeeds[] {
  const figures = runs.map((run) => figuresOfRun(lab, run) ?? []);
  const names = [...new Set(figures.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const its = figures.map((all) => all.find((figure) => figure.name === name));
    const dots = runs.flatMap((run, i) => {
      const value = its[i]?.value ?? null;
      return value === null || !Number.isFinite(value) ? [] : [{ name: nameOf(run), value }];
    });
    const known = its.find((figure) => figure !== undefined);
    if (!known || dots.length === 0) return [];
    const best = bestOf(
      dots.map(({ value }) => value),
      known.better,
    );
    return [
      {
        ...{ name, dots, decimals: known.decimals ?? 2 },
        median: medianOf(dots.map(({ value }) => value)),
        best: best === null ? null : dots[best].name,
      },
    ];
  });
}

/** Opens a seed that is trained in place of what is open: one step of undo. Resolves with whether it did. */
export async function takeSeed(
  controller: LabController,
  { task, outcome, history }: SpareRun,
): Promise<boolean> {
  if (!outcome) return false;
  const run = { ...task, isRepeated: true };
  try {
    const document = documentOf(task.lab, run, outcome);
    if (!(await controller.openDocument(document, summarise(history)))) return false;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    controller.tell({ id: 'seeds', kind: 'problem', text });
    return false;
  }
  controller.tell({
    id: 'seeds',
    kind: 'info',
    text: `Seed ${task.seed} is open with its model of ${grouped(outcome.step)} steps. Undo brings back what was open before.`,
  });
  return true;
}

/** Runs for a file, by their seeds. */
export const seedRows = (lab: Lab, runs: readonly SpareRun[], exports: LabExports) =>
  runs.flatMap(({ task, outcome, history }) => {
    if (!outcome) return [];
    const { settings, seed } = task;
    const result = resultOf(lab, settings, outcome, history, exports);
    return [{ name: `seed ${seed}`, settings, seed, steps: outcome.step, result }];
  });

/** Of the steps of all seeds. */
export function fractionOf({ runs }: Pick<SpareState, 'runs'>): number {
  const all = runs.reduce((sum, { task }) => sum + task.steps, 0);
  const taken = runs.reduce(
    (sum, { state, step, task }) => sum + (state === 'failed' ? task.steps : step),
    0,
  );
  return all === 0 ? 0 : Math.min(1, taken / all);
}

/** "ELBO −5.291" of a run that is done. */
export function objectiveText(
  lab: Lab,
  settings: SpareRun['task']['settings'],
  outcome: Outcome,
): string {
  const [{ value, decimals = 2 }] = figuresOf(lab, settings, outcome);
  return formatFixed(value, decimals);
}
