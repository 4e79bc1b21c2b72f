/** The half-steps of an EM run, kept by the engine that takes them: which half is next, what fell, and when EM rests. */
import { arrayNamed } from '../../../svae/checkpoint.ts';
import type { Checkpoint } from '../../engine.ts';
import { type BoundParts, Course, freeEnergyOf, type HalfStep } from './emCourse.ts';

/** What one training step is. */
export type StepKind = 'both' | 'alternate' | HalfStep;

/**
 * What Theorem 16 is checked by: half-steps since the start or the last edit, and those that fell.
 * Of k-means they count from the first hard q on.
 */
export interface AscentCheck {
  readonly halfSteps: number;
  /** After which the log-likelihood (with priors: the bound) was lower than before; 0 but for k-means. */
  readonly falls: number;
  /** After which the free energy was lower than before: none, whatever the algorithm. */
  readonly boundFalls: number;
}

/** A change relative to the figure itself that is rounding. */
const ROUNDING = 1e-9;
/**
 * A change of a responsibility that is none. On a plateau the bound is flat long before: it changes
 * with the square of what still moves.
 */
const STILL = 1e-5;

/** What a half-step reports apart from the bound. */
interface HalfStepFacts {
  /**
   * False where the free energy may fall, and nothing is checked: with the first q of k-means, which
   * comes from outside those it chooses among.
   */
  readonly isAscent?: boolean;
  /** Of an E-step: the largest change of a responsibility. */
  readonly shift?: number;
}

export class HalfSteps {
  readonly course = new Course();
  nextHalf: HalfStep = 'e';
  /** The last iteration moved the bound by less than rounding, and no responsibility. */
  converged = false;
  private halfSteps = 0;
  private falls = 0;
  private boundFalls = 0;
  /** Free energy after the last M-step, to compare the next with; null before the first. */
  private afterM: number | null = null;
  /** Of the last E-step. */
  private shift = 0;
  /** The half that has been taken twice running and then moved nothing. */
  private idle: HalfStep | null = null;

  get check(): AscentCheck {
    const { halfSteps, falls, boundFalls } = this;
    return { halfSteps, falls, boundFalls };
  }

  /** Starts a new history at `parts`. Only the shift of an E-step just taken is kept. */
  begin(parts: BoundParts, nextHalf: HalfStep = 'e'): void {
    this.nextHalf = nextHalf;
    this.converged = false;
    this.halfSteps = 0;
    this.falls = 0;
    this.boundFalls = 0;
    this.afterM = null;
    this.idle = null;
    this.course.add('start', parts);
  }

  /** Whether any half-step has been taken since the model was made. */
  get hasBegun(): boolean {
    return (this.course.last?.halfStep ?? 0) > 0;
  }

  /** The halves that one training step takes. */
  halvesOf(stepKind: StepKind): readonly HalfStep[] {
    if (stepKind === 'both') return ['e', 'm'];
    return [stepKind === 'alternate' ? this.nextHalf : stepKind];
  }

  /** Whether going on with steps of this kind would change nothing. */
  restsAt(stepKind: StepKind): boolean {
    return this.converged || stepKind === this.idle;
  }

  /** Records a half-step that has been taken. */
  record(
    half: HalfStep,
    before: BoundParts,
    after: BoundParts,
    { isAscent = true, shift = 0 }: HalfStepFacts = {},
  ): void {
    if (half === 'e') this.shift = shift;
    const objective = (parts: BoundParts) => parts.logLikelihood ?? freeEnergyOf(parts);
    if (isAscent) {
      this.halfSteps += 1;
      if (fell(objective(before), objective(after))) this.falls += 1;
      if (fell(freeEnergyOf(before), freeEnergyOf(after))) this.boundFalls += 1;
    }
    const isWhole = half === 'm' && this.nextHalf === 'm';
    const wasIdle = this.idle === half;
    const isAgain = half !== this.nextHalf;
    const isStill = !moves(before, after) && (half === 'm' || shift <= STILL);
    this.idle = isAgain && isStill ? half : null;
    this.nextHalf = half === 'e' ? 'm' : 'e';
    // A flat line without end would push the ascent out of what is remembered.
    if (!this.converged && !(wasIdle && this.idle === half)) this.course.add(half, after);
    if (!isWhole) return;
    const bound = freeEnergyOf(after);
    const hasMoved = this.afterM === null || differ(this.afterM, bound);
    this.converged = !hasMoved && this.shift <= STILL;
    this.afterM = bound;
  }

  /** Its arrays of a checkpoint. */
  save() {
    const { nextHalf, converged, halfSteps, falls, boundFalls, afterM, shift } = this;
    const turn = nextHalf === 'e' ? 0 : 1;
    const flags = [turn, Number(converged), halfSteps, falls, boundFalls, shift];
    const known = afterM === null ? [] : [afterM];
    return { course: this.course.save(), halfSteps: Float64Array.from([...flags, ...known]) };
  }

  load(checkpoint: Checkpoint): void {
    const flags = arrayNamed(checkpoint, 'halfSteps');
    this.course.load(arrayNamed(checkpoint, 'course'));
    this.nextHalf = flags[0] === 0 ? 'e' : 'm';
    this.converged = flags[1] === 1;
    this.halfSteps = flags[2];
    this.falls = flags[3];
    this.boundFalls = flags[4];
    this.shift = flags[5];
    this.afterM = flags[6] ?? null;
  }
}

const differ = (before: number, after: number): boolean =>
  Math.abs(after - before) > ROUNDING * Math.abs(after);

const moves = (before: BoundParts, after: BoundParts): boolean =>
  differ(freeEnergyOf(before), freeEnergyOf(after));

const fell = (before: number, after: number): boolean =>
  after < before - ROUNDING * Math.abs(before);
