/** Two ways to another frequency, timed: the dynamics alone from here, everything from the seed. */
import type { LabController } from '../../../../store/controller.ts';
import { entryIn, viewEntry } from '../../../../store/view.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { shownOf } from '../../../lab.ts';
import { svaeLds } from '../../lab.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';

export type Scope = 'dynamics' | 'everything';

export interface Outcome {
  /** `stopped`: by the person, by a breakdown, or because it took too long. */
  readonly kind: 'running' | 'found' | 'stopped';
  /** Training steps taken, and the time they took without the looks between them. */
  readonly steps: number;
  readonly seconds: number;
}

/** The last outcome of each scope, and the speed they were run for. */
export interface Race {
  readonly feedSpeed: number;
  readonly outcomes: Readonly<Partial<Record<Scope, Outcome>>>;
  /** The one under way; null stops it. */
  readonly running: Scope | null;
}

/** A run goes on while another tab of the column is read. */
export const lastRace = viewEntry<Race>({ feedSpeed: 1, outcomes: {}, running: null });

/** A period counts as found when it is off by no more than this share, */
const FOUND = 0.01;
/** and a forecast as learned when its mean squared error is no larger: a fading one has the period early. */
export const LEARNED_ERROR = 0.015;
/** Training steps from one look at the period to the next. */
const STRIDE = 5;
/** Beyond so many steps it is given up. */
const MOST_STEPS = 3000;

type Judged = Pick<SvaeLdsSnapshot, 'period' | 'truePeriod' | 'inputEnds' | 'errors'>;

/**
 * Where a race stands after a look.
 *
 * @param goesOn false when it has been stopped
 */
export function judge(
  { period, truePeriod, inputEnds, errors }: Judged,
  steps: number,
  seconds: number,
  goesOn: boolean,
): Outcome {
  const isFound =
    period !== null && truePeriod !== null && Math.abs(period / truePeriod - 1) <= FOUND;
  // Where nothing was seen, or all, there is no forecast to compare.
  const isLearned = inputEnds === 0 || errors.ahead === null || errors.ahead <= LEARNED_ERROR;
  if (isFound && isLearned) return { kind: 'found', steps, seconds };
  return { kind: goesOn && steps < MOST_STEPS ? 'running' : 'stopped', steps, seconds };
}

/** Trains at the speed that is fed until it is learned; resolves when that or anything ends it. */
export async function race(controller: LabController, scope: Scope): Promise<void> {
  try {
    await run(controller, scope);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    // A worker that has died is reported elsewhere.
    if (name !== 'WorkerLost') controller.tell({ id: 'race', kind: 'problem', text: message });
  }
}

async function run(controller: LabController, scope: Scope): Promise<void> {
  await controller.pause();
  await prepare(controller, scope);
  const feedSpeed = Number(controller.document.getState().settings.feedSpeed);
  controller.setEntry(lastRace, (before) => ({
    feedSpeed,
    outcomes: before.feedSpeed === feedSpeed ? before.outcomes : {},
    running: scope,
  }));
  let outcome: Outcome = { kind: 'running', steps: 0, seconds: 0 };
  const { runId, step: first } = controller.run.getState();
  try {
    while (outcome.kind === 'running') {
      note(controller, scope, outcome);
      const start = performance.now();
      await controller.train(STRIDE, { continues: true });
      const seconds = outcome.seconds + (performance.now() - start) / 1000;
      const frame = await controller.currentFrame();
      const { step } = frame;
      const { runId: run, phase } = controller.run.getState();
      const isSame = run === runId && phase === 'ready' && step - first === outcome.steps + STRIDE;
      // Something else has happened to the run: what is seen is not what these steps have made.
      if (!isSame) break;
      const goesOn = entryIn(controller.run.getState(), lastRace).running === scope;
      outcome = judge(shownOf(svaeLds, frame), step - first, seconds, goesOn);
    }
  } finally {
    if (outcome.kind === 'running') outcome = { ...outcome, kind: 'stopped' };
    note(controller, scope, outcome);
    stopRace(controller);
    announce(`${outcome.kind === 'found' ? 'Found' : 'Stopped'} after ${outcome.steps} steps.`);
  }
}

export function stopRace(controller: LabController): void {
  controller.setEntry(lastRace, (last) => ({ ...last, running: null }));
}

/** The dynamics go on from here, also from a model that came with the page; everything, from the seed. */
async function prepare(controller: LabController, scope: Scope): Promise<void> {
  const { settings } = controller.document.getState();
  if (scope === 'everything') {
    return controller.startAgain({ settings: { ...settings, trains: 'everything', changesAt: 0 } });
  }
  if (settings.trains !== 'globals') {
    await controller.changeSettings({ trains: 'globals' });
  }
}

function note(controller: LabController, scope: Scope, outcome: Outcome): void {
  controller.setEntry(lastRace, (last) => ({
    ...last,
    outcomes: { ...last.outcomes, [scope]: outcome },
  }));
}

/** What is said of an outcome: how long it took, in seconds and steps. */
export function outcomeInWords(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'not run yet';
  const { kind, steps, seconds } = outcome;
  if (kind === 'running') return `step ${steps} …`;
  return `${kind === 'found' ? '' : 'stopped: '}${seconds.toFixed(2)} s, ${steps} steps`;
}
