/**
 * Structural moves for any graphical model that can propose them. A change expected to raise
 * the bound as things stand is made at once and kept if it does. A change that costs a little now
 * may pay when the networks have adapted to it, so it is tried: the unchanged model trains for a
 * while, then a copy with the change, from the same state and on the same batches; the copy goes
 * on if its bound is higher than the other's and than where both began.
 *
 * The caller asks `beforeStep` ahead of every training step; each step of a trial is an ordinary
 * one, so a session can answer between them. `trainer.step` counts the steps of both branches: a trial costs
 * twice its length in steps, half of which carry the model on whatever comes of it.
 */
import type { Checkpoint, TrainingEvent } from '../labs/engine.ts';
import type { Bound } from './bound.ts';
import type { BoundEvaluator } from './boundEvaluator.ts';
import { arrayNamed, nested, nestedAt } from './checkpoint.ts';
import type { Proposal } from './graphicalModel.ts';
import type { AveragedModel, Trainer } from './trainer.ts';
import { TriedMoves } from './triedMoves.ts';

/** In training steps. */
export interface SearchSchedule {
  /** Before the first proposal: clusters and networks have to find each other. */
  readonly warmUp: number;
  /** Between proposals when nothing was worth a trial. */
  readonly period: number;
  /** Kinds of trials, the shortest first. A change that one of them refuses gets the longest next. */
  readonly trials: readonly TrialKind[];
}

export interface TrialKind {
  /** Length of either branch, in training steps. */
  readonly steps: number;
  /** The least expected gain worth this trial, in nats per datum; negative: what a change may cost now. */
  readonly leastGain: number;
}

interface Trial {
  readonly proposal: Proposal;
  readonly start: Checkpoint;
  readonly startBound: number;
  /** Number of its kind in the schedule. */
  readonly kind: number;
  /** Where the unchanged branch arrived; null while it trains. */
  unchanged: {
    readonly state: Checkpoint;
    readonly decided: AveragedModel;
    readonly bound: Bound;
  } | null;
  /** Step at which the branch in training is judged. */
  until: number;
}

export class StructuralSearch {
  private readonly trainer: Trainer;
  private readonly evaluator: BoundEvaluator;
  private readonly schedule: SearchSchedule;
  private readonly tried: TriedMoves;
  private trial: Trial | null = null;

  constructor(trainer: Trainer, evaluator: BoundEvaluator, schedule: SearchSchedule) {
    this.trainer = trainer;
    this.evaluator = evaluator;
    this.schedule = schedule;
    this.tried = new TriedMoves(schedule.warmUp);
  }

  /** The model as decided so far: while a change is on trial, the unchanged one. */
  decided(): AveragedModel {
    return this.trial?.unchanged?.decided ?? this.trainer.averaged();
  }

  /** The bound of the model as decided while the steps taken are those of a change on trial. */
  decidedBound(): Bound | null {
    return this.trial?.unchanged?.bound ?? null;
  }

  /** The change a copy is trying out while the model as decided stands still, in words; else null. */
  onTrial(): string | null {
    return this.trial?.unchanged ? this.trial.proposal.label : null;
  }

  /** Proposes, starts or judges a trial if it is time to. Returns what was decided, if anything. */
  beforeStep(): TrainingEvent | null {
    const { trial, trainer } = this;
    if (trial) {
      if (trainer.step < trial.until) return null;
      if (trial.unchanged) return this.judge(trial, trial.unchanged);
      return this.changeBranch(trial);
    }
    return trainer.step < this.tried.nextProposal ? null : this.proposeMove();
  }

  /** Gives a trial up and leaves the unchanged branch, as far as it got. */
  abandon(): void {
    const { trial } = this;
    this.trial = null;
    if (trial?.unchanged) this.goTo(trial.unchanged.state);
  }

  /**
   * A training step broke down. If a change was on trial, it is refused for that and the unchanged
   * branch goes on; otherwise null, and it is the caller's trouble.
   */
  refuseBroken(): TrainingEvent | null {
    const { trial } = this;
    if (!trial?.unchanged) return null;
    return this.conclude(trial, trial.unchanged.state, Number.NEGATIVE_INFINITY);
  }

  /** The model as decided, on the clock of the steps taken; a trial goes on from it bit for bit. */
  save(): Checkpoint {
    const { trial, trainer } = this;
    const now = trainer.save();
    const arrays = {
      ...(trial?.unchanged?.state ?? now).arrays,
      tried: this.tried.save(),
      ...(trial && { until: Float64Array.of(trial.until), ...nested('trial', trial.start) }),
      ...(trial?.unchanged && nested('changed', now)),
    };
    return { step: now.step, arrays };
  }

  /** Throws a RangeError when the state belongs to a model of another shape. */
  load(state: Checkpoint): void {
    const tried = arrayNamed(state, 'tried');
    this.trial = null;
    this.trainer.load(state);
    this.tried.load(tried);
    const start = nestedAt(state, 'trial');
    if (start) this.resume(state, start);
  }

  /** Takes a trial up again. The same state gives the same proposal. */
  private resume(state: Checkpoint, start: Checkpoint): void {
    this.trainer.load(start);
    this.proposeMove();
    const trial = this.trial as Trial | null;
    this.trainer.load(state);
    if (!trial) return;
    [trial.until] = arrayNamed(state, 'until');
    const changed = nestedAt(state, 'changed');
    if (!changed) return;
    trial.unchanged = this.arrived();
    this.trainer.load(changed);
  }

  private proposeMove(): TrainingEvent | null {
    const { trainer, tried, schedule, evaluator } = this;
    const { average } = trainer;
    const proposal = evaluator
      .propose(average.parameters, average.natural)
      .find(({ key }) => tried.allows(key, trainer.step));
    const kind = proposal ? this.kindOf(proposal) : -1;
    if (!proposal || kind < 0) {
      tried.nextProposal = trainer.step + schedule.period;
      return null;
    }
    const startBound = this.objective(this.bound());
    if (proposal.expectedGain > 0) return this.makeAtOnce(proposal, startBound);
    const until = trainer.step + schedule.trials[kind].steps;
    this.trial = { proposal, start: trainer.save(), startBound, kind, unchanged: null, until };
    return null;
  }

  /** Which kind of trial a change gets; -1 where it costs too much for any. */
  private kindOf({ key, expectedGain }: Proposal): number {
    const { trials } = this.schedule;
    const first = trials.findIndex(({ leastGain }) => expectedGain >= leastGain);
    return first >= 0 && this.tried.wasRefused(key) ? trials.length - 1 : first;
  }

  private makeAtOnce(proposal: Proposal, before: number): TrainingEvent {
    const start = this.trainer.save();
    const gain = this.apply(proposal)
      ? this.objective(this.bound()) - before
      : Number.NEGATIVE_INFINITY;
    const kind = this.schedule.trials.length - 1;
    return this.conclude({ proposal, kind }, gain > 0 ? null : start, gain);
  }

  private changeBranch(trial: Trial): TrainingEvent | null {
    const { trainer, schedule } = this;
    trial.unchanged = this.arrived();
    this.goTo(trial.start);
    trial.until = trainer.step + schedule.trials[trial.kind].steps;
    if (this.apply(trial.proposal)) return null;
    return this.conclude(trial, trial.unchanged.state, Number.NEGATIVE_INFINITY);
  }

  private arrived(): NonNullable<Trial['unchanged']> {
    return { state: this.trainer.save(), decided: this.trainer.averaged(), bound: this.bound() };
  }

  private judge(trial: Trial, unchanged: NonNullable<Trial['unchanged']>): TrainingEvent {
    const gain =
      this.objective(this.bound()) - Math.max(this.objective(unchanged.bound), trial.startBound);
    return this.conclude(trial, gain > 0 ? null : unchanged.state, gain);
  }

  /** @param otherwise where to go on when the change is refused; null accepts it */
  private conclude(
    { proposal, kind }: Pick<Trial, 'proposal' | 'kind'>,
    otherwise: Checkpoint | null,
    gain: number,
  ): TrainingEvent {
    const { trainer, tried, schedule } = this;
    this.trial = null;
    const accepted = otherwise === null;
    if (accepted) tried.accepted(trainer.step);
    else {
      this.goTo(otherwise);
      tried.refused(proposal.key, trainer.step, kind === schedule.trials.length - 1);
    }
    const label = inWords(proposal.label, accepted, gain);
    // Infinite when a branch broke down: nothing a chart or a file could hold.
    const finiteGain = Number.isFinite(gain) ? gain : 0;
    return { step: trainer.step, kind: proposal.kind, label, accepted, gain: finiteGain };
  }

  /** False if what comes of it is not a model. */
  private apply(proposal: Proposal): boolean {
    const { natural, average, model } = this.trainer;
    proposal.apply(natural);
    proposal.apply(average.natural);
    proposal.moveWarmStarts();
    if (!model.validate(average.natural).ok) return false;
    // Single steps stray: where the change breaks the last one, go on from the average it was judged at.
    if (!model.validate(natural).ok) natural.set(average.natural);
    return true;
  }

  /** Another branch, on the same clock. */
  private goTo(state: Checkpoint): void {
    const { step } = this.trainer;
    this.trainer.load(state);
    this.trainer.step = step;
  }

  /** The bound at the running average. */
  private bound(): Bound {
    const { average } = this.trainer;
    return this.evaluator.evaluate(average.parameters, average.natural);
  }

  /** What training raises: the bound, with the KL terms as they weigh now. */
  private objective({ total, reconstruction, localKl, globalKl }: Bound): number {
    if (!Number.isFinite(total)) return Number.NEGATIVE_INFINITY;
    return reconstruction - this.trainer.options.klWeight * (localKl + globalKl);
  }
}

function inWords(subject: string, accepted: boolean, gain: number): string {
  if (!Number.isFinite(gain)) return `${subject} broke the model: undone.`;
  const size = `${Math.abs(gain).toFixed(3)} nats per point`;
  return accepted
    ? `${subject} raised the ELBO by ${size}.`
    : `${subject} would have lowered the ELBO by ${size}: undone.`;
}
