/** Two ways to another frequency, timed: the dynamics alone from here, everything from the seed. */
import { createStore } from 'zustand/vanilla';
import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';
import type { LabController } from '../../../store/controller.ts';
import { FROM_SEED } from '../../../store/document.ts';
import { announce } from '../../../ui/LiveRegion.tsx';

export type Way = 'dynamics' | 'everything';

export type Outcome =
  /** Under way: training steps so far. */
  | { readonly kind: 'running'; readonly steps: number }
  | { readonly kind: 'found'; readonly steps: number; readonly seconds: number }
  /** Paused by somebody, broken down, or never found. */
  | { readonly kind: 'stopped'; readonly steps: number };

/** The last outcome of each way, and the speed they were run for. */
export interface Race {
  readonly feedSpeed: number;
  readonly outcomes: Readonly<Partial<Record<Way, Outcome>>>;
}

/** For as long as the page is open: a run goes on while another tab of the column is read. */
export const raceStore = createStore<Race>()(() => ({ feedSpeed: 1, outcomes: {} }));

/** A period counts as found when it is off by no more than this share. */
const FOUND = 0.01;
/** Beyond so many steps it is given up. */
const MOST_STEPS = 3000;

/** Where a race stands after a look at the lab. */
export function judge(
  { period, truePeriod }: Pick<SvaeLdsSnapshot, 'period' | 'truePeriod'>,
  steps: number,
  seconds: number,
  isPlaying: boolean,
): Outcome {
  const isFound =
    period !== null && truePeriod !== null && Math.abs(period / truePeriod - 1) <= FOUND;
  if (isFound && steps > 0) return { kind: 'found', steps, seconds };
  if (!isPlaying || steps >= MOST_STEPS) return { kind: 'stopped', steps };
  return { kind: 'running', steps };
}

/** Trains at the speed that is fed until its period is found. Resolves when that or anything else ends it. */
export async function run(controller: LabController, way: Way): Promise<void> {
  await controller.pause();
  await prepare(controller, way);
  const { settings } = controller.document.getState();
  const feedSpeed = Number(settings.feedSpeed);
  raceStore.setState((race) => ({
    feedSpeed,
    outcomes: race.feedSpeed === feedSpeed ? race.outcomes : {},
  }));
  const first = controller.run.getState().step;
  note(way, { kind: 'running', steps: 0 });
  await controller.play();
  const start = performance.now();
  const outcome = await new Promise<Outcome>((resolve) => {
    const stop = controller.run.subscribe(({ snapshot, step, phase }) => {
      const seconds = (performance.now() - start) / 1000;
      const now = judge(snapshot as SvaeLdsSnapshot, step - first, seconds, phase === 'playing');
      note(way, now);
      if (now.kind === 'running') return;
      stop();
      resolve(now);
    });
  });
  await controller.pause();
  announce(
    outcome.kind === 'found'
      ? `The new period is found after ${outcome.steps} steps.`
      : `Stopped after ${outcome.steps} steps.`,
  );
}

/** The dynamics go on from here, also from a model that came with the page; everything, from the seed. */
async function prepare(controller: LabController, way: Way): Promise<void> {
  const document = controller.document.getState();
  if (way === 'everything') {
    const settings = { ...document.settings, trains: 'everything', changesAt: 0 };
    return controller.openDocument({ ...document, settings, edits: [], origin: FROM_SEED });
  }
  if (document.settings.trains !== 'globals')
    await controller.changeSettings({ trains: 'globals' });
  if (!document.origin.pretrained) return;
  const { checkpoint, history } = await controller.modelFile();
  const own = { checkpoint, pretrained: false };
  await controller.openDocument({ ...controller.document.getState(), origin: own }, history);
}

function note(way: Way, outcome: Outcome): void {
  raceStore.setState(({ outcomes }) => ({ outcomes: { ...outcomes, [way]: outcome } }));
}

/** What is said of an outcome: how long it took, in steps and seconds. */
export function outcomeInWords(outcome: Outcome | undefined): string {
  switch (outcome?.kind) {
    case undefined:
      return 'not run yet';
    case 'running':
      return `step ${outcome.steps} …`;
    case 'found':
      return `${outcome.seconds.toFixed(1)} s, ${outcome.steps} steps`;
    case 'stopped':
      return `stopped after ${outcome.steps} steps`;
  }
}
