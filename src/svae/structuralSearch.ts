/**
 * Structural moves for any graphical model that can propose them. A change expected to raise
 * the bound as things stand, with its credit, is made at once and kept if it does. A change that costs a little now
 * may pay when the networks have adapted to it, so it is tried: the unchanged model trains for a
 * while, then a copy with the change, from the same state and on the same batches; the copy goes
 * on if its bound is higher than the other's and than where both began. A bold change, one that needs
 * many hundred steps to pay, goes first: what is shown meanwhile is what it leads to, and the unchanged
 * model catches up afterwards.
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
  /** Length of either branch of the trial of a bold change; needed of a model that proposes such. */
  readonly boldTrial?: number;
}

export interface TrialKind {
  /** Length of either branch, in training steps. */
  readonly steps: number;
  /** The least expected gain worth this trial, in nats per datum; negative: what a change may cost now. */
  readonly leastGain: number;
}

/** Steps until a change refused by the longest trial may be tried again: by then the networks have moved on. */
const REFUSED_FOR = 300;
/** The same for a bold change, whose trial is so long that the model has settled without it. */
const BOLD_REFUSED_FOR = 3000;

interface Trial {
  readonly proposal: Proposal;
  readonly start: Checkpoint;
  readonly startBound: Bound;
  /** Of either branch. */
  readonly steps: number;
  /** Steps for which the change is blocked if it is refused; 0 where a longer trial may follow at once. */
  readonly refusedFor: number;
  /** Where the branch that trains first arrived, the unchanged one unless the change is bold; null while it trains. */
  first: Arrived | null;
  /** Step at which the branch in training is judged. */
  until: number;
  /** Step from which the branch that trains first has trained; later than its start only after steps of the other. */
  begun: number;
}

interface Arrived {
  readonly state: Checkpoint;
  readonly decided: AveragedModel;
  readonly bound: Bound;
}

export class StructuralSearch {
  private readonly trainer: Trainer;
  private readonly evaluator: BoundEvaluator;
  private readonly schedule: SearchSchedule;
  private readonly tried: TriedMoves;
  private trial: Trial | null = null;
  /** What the next decision asks for, as far as it has been found out ahead of it. */
  private ahead: { proposals?: readonly Proposal[]; bound?: Bound } = {};

  constructor(trainer: Trainer, evaluator: BoundEvaluator, schedule: SearchSchedule) {
    this.trainer = trainer;
    this.evaluator = evaluator;
    this.schedule = schedule;
    this.tried = new TriedMoves(schedule.warmUp);
  }

  /** The model as decided so far: while the second branch of a trial trains, the first one. */
  decided(): AveragedModel {
    return this.trial?.first?.decided ?? this.trainer.averaged();
  }

  /** The bound of the model as decided while the steps taken are those of another branch. */
  decidedBound(): Bound | null {
    return this.trial?.first?.bound ?? null;
  }

  /** The change on trial while a copy trains and the model as decided stands still, in words; else null. */
  onTrial(): string | null {
    return this.trial?.first ? this.trial.proposal.label : null;
  }

  /**
   * Finds out a piece of what `beforeStep` is to decide by, where it is time to decide, and changes
   * nothing; true while more is left. `beforeStep` does what is left.
   */
  prepare(): boolean {
    const { ahead, trial } = this;
    if (!this.isDue || ahead.bound) return false;
    if (!trial && !ahead.proposals) ahead.proposals = this.propose();
    else if (trial || this.worthTrying(ahead.proposals)) ahead.bound = this.bound();
    else return false;
    return true;
  }

  private get isDue(): boolean {
    const { trial, trainer, tried } = this;
    return trainer.step >= (trial ? trial.until : tried.nextProposal);
  }

  /** Proposes, starts or judges a trial if it is time to. Returns what was decided, if anything. */
  beforeStep(): TrainingEvent | null {
    const { trial } = this;
    if (!this.isDue) return null;
    if (!trial) return this.proposeMove();
    return trial.first ? this.judge(trial, trial.first) : this.changeBranch(trial);
  }

  /**
   * The settings have changed. A bold change stays, and its trial starts again; the other branch then gets as
   * many steps as this one has had in all. Any other trial is given up. If moves are switched off, every trial
   * is given up: nothing would judge it.
   */
  settingsChanged(): void {
    const { trial, trainer } = this;
    this.ahead = {};
    if (!trial?.proposal.bold || !trainer.options.structuralMoves) {
      this.abandon();
      return;
    }
    if (trial.first) {
      const trained = (trial.until - trial.begun) / 2;
      this.goTo(trial.first.state);
      trial.first = null;
      trial.begun = trainer.step - trained;
    }
    trial.until = trainer.step + trial.steps;
  }

  /** Gives a trial up and leaves the branch that trained first, as far as it got. */
  abandon(): void {
    const { trial } = this;
    this.trial = null;
    this.ahead = {};
    if (trial?.first) this.goTo(trial.first.state);
  }

  /**
   * A training step broke down. If a change was on trial, the branch that broke is given up and the
   * other goes on; otherwise null, and it is the caller's trouble.
   */
  refuseBroken(): TrainingEvent | null {
    const { trial } = this;
    if (!trial) return null;
    const { proposal, first, start, startBound } = trial;
    if (!proposal.bold) return first && this.refuse(trial, first.state, Number.NEGATIVE_INFINITY);
    if (!first) return this.refuse(trial, start, Number.NEGATIVE_INFINITY);
    this.goTo(first.state);
    const gain = this.objective(first.bound) - this.objective(startBound);
    // It may be lower than where both began: there is nothing else to go on from.
    return {
      ...this.accept(trial, gain),
      label: `${proposal.label} stays: without it the model broke.`,
    };
  }

  /** The model as decided, on the clock of the steps taken; a trial goes on from it bit for bit. */
  save(): Checkpoint {
    const { trial, trainer } = this;
    const now = trainer.save();
    const arrays = {
      ...(trial?.first?.state ?? now).arrays,
      tried: this.tried.save(),
      ...(trial && {
        until: Float64Array.of(trial.until),
        ...(trial.begun !== trial.start.step && { begun: Float64Array.of(trial.begun) }),
        ...nested('trial', trial.start),
      }),
      ...(trial?.first && nested('changed', now)),
    };
    return { step: now.step, arrays };
  }

  /** Throws a RangeError when the state belongs to a model of another shape. */
  load(state: Checkpoint): void {
    const tried = arrayNamed(state, 'tried');
    this.trial = null;
    this.ahead = {};
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
    if (state.arrays.begun) [trial.begun] = state.arrays.begun;
    const changed = nestedAt(state, 'changed');
    if (!changed) return;
    trial.first = this.arrived();
    this.trainer.load(changed);
  }

  private proposeMove(): TrainingEvent | null {
    const { trainer, tried, schedule } = this;
    const found = this.worthTrying(this.ahead.proposals ?? this.propose());
    if (!found) {
      this.ahead = {};
      tried.nextProposal = trainer.step + schedule.period;
      return null;
    }
    const { proposal, ...trial } = found;
    const begin = { proposal, ...trial, startBound: this.boundNow() };
    if (!proposal.bold && worth(proposal, proposal.expectedGain) > 0) return this.makeAtOnce(begin);
    const until = trainer.step + trial.steps;
    this.trial = { ...begin, start: trainer.save(), first: null, until, begun: trainer.step };
    return proposal.bold ? this.goBoldly(this.trial) : null;
  }

  private propose(): readonly Proposal[] {
    const { parameters, natural } = this.trainer.average;
    return this.evaluator.propose(parameters, natural);
  }

  /** The first proposal that is not blocked, with its trial; null where that costs too much. */
  private worthTrying(
    proposals: readonly Proposal[] = [],
  ): Pick<Trial, 'proposal' | 'steps' | 'refusedFor'> | null {
    const { tried, trainer } = this;
    const proposal = proposals.find(({ key }) => tried.allows(key, trainer.step));
    const trial = proposal ? this.trialOf(proposal) : null;
    return proposal && trial ? { proposal, ...trial } : null;
  }

  /** The trial a change gets; null where it costs too much for any. */
  private trialOf(proposal: Proposal): Pick<Trial, 'steps' | 'refusedFor'> | null {
    const { key, bold } = proposal;
    const expected = worth(proposal, proposal.expectedGain);
    const { trials, boldTrial = 0 } = this.schedule;
    if (bold) return { steps: boldTrial, refusedFor: BOLD_REFUSED_FOR };
    const last = trials.length - 1;
    const first = trials.findIndex(({ leastGain }) => expected >= leastGain);
    if (first < 0) return null;
    const kind = this.tried.wasRefused(key) ? last : first;
    // A change made at once and refused has had no trial, but is no better for a longer one.
    const isLast = kind === last || expected > 0;
    return { steps: trials[kind].steps, refusedFor: isLast ? REFUSED_FOR : 0 };
  }

  private makeAtOnce(trial: Pick<Trial, 'proposal' | 'refusedFor' | 'startBound'>): TrainingEvent {
    const start = this.trainer.save();
    const gain = this.apply(trial.proposal)
      ? this.objective(this.bound()) - this.objective(trial.startBound)
      : Number.NEGATIVE_INFINITY;
    const isAccepted = worth(trial.proposal, gain) > 0;
    return isAccepted ? this.accept(trial, gain) : this.refuse(trial, start, gain);
  }

  /** Makes a bold change for the time of its trial. */
  private goBoldly(trial: Trial): TrainingEvent {
    const { proposal, start, startBound, steps } = trial;
    if (!this.apply(proposal)) return this.refuse(trial, start, Number.NEGATIVE_INFINITY);
    const gain = finite(this.objective(this.bound()) - this.objective(startBound));
    const label = `${proposal.label} is on trial for ${steps} steps.`;
    return { step: this.trainer.step, kind: proposal.kind, label, accepted: true, gain };
  }

  private changeBranch(trial: Trial): TrainingEvent | null {
    const { trainer } = this;
    const first = this.arrived();
    trial.first = first;
    this.goTo(trial.start);
    trial.until = trainer.step + (trainer.step - trial.begun);
    if (trial.proposal.bold || this.apply(trial.proposal)) return null;
    return this.refuse(trial, first.state, Number.NEGATIVE_INFINITY);
  }

  private arrived(): Arrived {
    return { state: this.trainer.save(), decided: this.trainer.averaged(), bound: this.boundNow() };
  }

  private judge(trial: Trial, first: Arrived): TrainingEvent {
    const { bold } = trial.proposal;
    const bounds = [this.objective(first.bound), this.objective(this.boundNow())];
    const [changed, unchanged] = bold ? bounds : bounds.reverse();
    const gain = changed - Math.max(unchanged, this.objective(trial.startBound));
    const isAccepted = worth(trial.proposal, gain) > 0;
    // The branch that trained last goes on as it is.
    if (isAccepted === (bold === true)) this.goTo(first.state);
    return isAccepted ? this.accept(trial, gain) : this.refuse(trial, null, gain);
  }

  private accept({ proposal }: Pick<Trial, 'proposal'>, gain: number): TrainingEvent {
    this.tried.accepted(this.trainer.step);
    return this.conclude(proposal, true, gain);
  }

  /** @param otherwise where to go on; null: from here */
  private refuse(
    { proposal, refusedFor }: Pick<Trial, 'proposal' | 'refusedFor'>,
    otherwise: Checkpoint | null,
    gain: number,
  ): TrainingEvent {
    if (otherwise) this.goTo(otherwise);
    this.tried.refused(proposal.key, this.trainer.step, refusedFor);
    return this.conclude(proposal, false, gain);
  }

  private conclude(proposal: Proposal, accepted: boolean, gain: number): TrainingEvent {
    this.trial = null;
    const said = inWords(proposal, accepted, gain);
    const label = accepted && proposal.afterwards ? `${said} ${proposal.afterwards}` : said;
    return { step: this.trainer.step, kind: proposal.kind, label, accepted, gain: finite(gain) };
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
    this.ahead = {};
    this.trainer.load(state);
    this.trainer.step = step;
  }

  /** The bound at the running average, where a decision begins. */
  private boundNow(): Bound {
    const bound = this.ahead.bound ?? this.bound();
    this.ahead = {};
    return bound;
  }

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

/** A gain with what else speaks for the change, in nats per datum. */
const worth = ({ credit }: Proposal, gain: number): number => gain + (credit?.nats ?? 0);

/** Infinite when a branch broke down: nothing a chart or a file could hold. */
const finite = (gain: number): number => (Number.isFinite(gain) ? gain : 0);

function inWords({ label, credit }: Proposal, accepted: boolean, gain: number): string {
  if (!Number.isFinite(gain)) return `${label} broke the model: undone.`;
  const size = `${Math.abs(gain).toFixed(3)} nats per point`;
  if (credit && accepted && gain <= 0)
    return `${label} lowered the ELBO by ${size} and leads towards ${credit.aim}: kept.`;
  if (credit && !accepted && gain > 0)
    return `${label} would have raised the ELBO by ${size} and led away from ${credit.aim}: undone.`;
  return accepted
    ? `${label} raised the ELBO by ${size}.`
    : `${label} would have lowered the ELBO by ${size}: undone.`;
}
