/** What each challenge asks for, checked against what the model does now. Pure functions. */

import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { motionLeft } from '../motionLeft.ts';
import { turnOf } from '../page/editing/editsInForce.ts';
import { growsWithoutBound } from '../page/editing/stability.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  /** Another number is another run: nothing carries over. */
  readonly run: number;
  readonly step: number;
  /** Shows the model shipped with the page, not one trained here. */
  readonly pretrained: boolean;
  readonly snapshot: SvaeLdsSnapshot;
  /** Edits in force, without those still being dragged. */
  readonly edits: readonly SvaeLdsEdit[];
}

/** What the checks remember of the run. */
export interface Remembered {
  /** Null where this run has not been seen without edits. */
  readonly learned: Learned | null;
  /** Edits have made the system unstable. */
  readonly broken: boolean;
}

/** What the model of this run does without edits, as last seen. */
interface Learned {
  /** Of the prediction, in steps; null where nothing repeats. */
  readonly period: number | null;
  /** Share of the motion that is left at the end; null where too little is predicted to tell. */
  readonly motion: number | null;
}

/** Of the truth or of what was learned, as a share. */
const SAME_PERIOD = 0.01;
const ASKED_PERIOD = 0.02;
/** A dream may be this far off and still be one of the dot. */
const DREAMT_PERIOD = 0.05;
/** Predicting the mean of the bouncing dot all the time scores 0.109. */
const GOOD_ERROR = 0.015;
/** Less of the motion than this is as good as none; at least so much has to be there to die out. */
const STILL = 0.15;
const MOVES = 0.5;
/** Beyond the circle by more than a learned model ever is. */
const BROKEN_RADIUS = 1.02;
/** A column matters when it changes the period by this share. */
const MATTERS = 0.15;
const COLUMN_FACTORS = [0.8, 1.2] as const;

const steps = (period: number): string => `${period.toFixed(1)} steps`;
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const off = (value: number, wanted: number): number => Math.abs(value / wanted - 1);

const changesTransition = ({ kind }: SvaeLdsEdit): boolean =>
  kind === 'turnEigenvalue' || kind === 'scaleTransitionColumn' || kind === 'setTransitionEntry';

/** The period the model has learned: as measured without edits, or that of the one pair that leads. */
function learnedPeriod({ snapshot }: LabView, learned: Learned | null): number | null {
  const leading = snapshot.rotations.filter(({ leads }) => leads);
  return learned?.period ?? (leading.length === 1 ? leading[0].period : null);
}

/** Why there is no learned period to compare with. */
const notLearned = (learned: Learned | null): Finding =>
  nothing(
    learned === null
      ? 'Clear the edits once, so that the learned period can be measured.'
      : 'The learned prediction has no period. Train longer.',
  );

/** A model trained here has the period of the data and sees far ahead. */
export function learnt({ step, pretrained, snapshot }: LabView): Finding {
  const { period, truePeriod, errors, edited } = snapshot;
  if (truePeriod === null) return nothing('These data have no known period.');
  if (pretrained) return nothing('This is the pretrained model. Train one from scratch.');
  if (step === 0 || edited) return nothing('');
  if (errors.ahead === null)
    return nothing('Move the line to the left, so that there is a prediction.');
  if (period === null) return nothing('The prediction has no period yet.');
  const done = off(period, truePeriod) <= SAME_PERIOD && errors.ahead <= GOOD_ERROR;
  const error = errors.ahead.toFixed(4);
  return {
    done,
    text: `Step ${step}: period ${steps(period)}, of the data ${steps(truePeriod)}; error ahead ${error}.`,
  };
}

/** No input at all, and the prediction still has the period learned. */
export function dreamt(view: LabView, { learned }: Remembered): Finding {
  const { inputEnds, period } = view.snapshot;
  if (inputEnds > 0) return nothing('');
  const wanted = learnedPeriod(view, learned);
  if (period === null) return nothing('The prediction without input has no period. Train longer.');
  if (wanted === null) return notLearned(learned);
  const text = `Without input the period is ${steps(period)}; learned: ${steps(wanted)}.`;
  return { done: off(period, wanted) <= DREAMT_PERIOD, text };
}

/** Twice the frequency, by turning eigenvalues. */
export function twiceAsFast(view: LabView, { learned }: Remembered): Finding {
  const { period, edited, rotations } = view.snapshot;
  if (!edited || !view.edits.some(({ kind }) => kind === 'turnEigenvalue')) return nothing('');
  const leading = rotations.flatMap(({ leads }, pair) => (leads ? [pair] : []));
  // Several paces together can repeat in half the time though only one of them was turned.
  if (leading.length > 1) {
    const late = leading.find(
      (pair) => off(turnOf(view.edits, pair).angleFactor, 2) > ASKED_PERIOD,
    );
    if (late === undefined) return { done: true, text: 'Every leading pair turns twice as fast.' };
    return nothing(`Pair ${late + 1} does not turn twice as fast yet.`);
  }
  const wanted = learnedPeriod(view, learned);
  if (period === null) return nothing('The prediction has no period.');
  if (wanted === null) return notLearned(learned);
  const text = `Period ${steps(period)}; half of the learned one is ${steps(wanted / 2)}.`;
  return { done: off(period, wanted / 2) <= ASKED_PERIOD, text };
}

/** Edits of the transition let motion that was learned fade after the line. */
export function diedOut({ snapshot, edits }: LabView, { learned }: Remembered): Finding {
  if (!snapshot.edited || snapshot.trouble !== null || !edits.some(changesTransition)) {
    return nothing('');
  }
  const left = motionLeft(snapshot);
  if (left === null) return nothing('Move the line to the left, so that there is a prediction.');
  if (learned === null) return notLearned(learned);
  if ((learned.motion ?? 0) < MOVES)
    return nothing('The learned prediction hardly moves. Train longer.');
  return { done: left <= STILL, text: `At the end ${percent(left)} of the motion is left.` };
}

/** Edits have made the system unstable. */
export function isBroken({ snapshot, edits }: LabView): boolean {
  return (
    snapshot.edited && edits.some(changesTransition) && snapshot.spectralRadius > BROKEN_RADIUS
  );
}

/** A system that edits had broken in this run is stable again, under edits. */
export function mended({ snapshot, edits }: LabView, { broken }: Remembered): Finding {
  if (!broken) return nothing('');
  const { spectralRadius, edited } = snapshot;
  const radius = `Spectral radius ${spectralRadius.toFixed(3)}`;
  if (growsWithoutBound(spectralRadius))
    return nothing(`${radius}: the motion grows. Now bring it back inside.`);
  if (!edited || !edits.some(changesTransition)) {
    return nothing('Keep at least one edit of the matrix, and stay inside.');
  }
  return { done: true, text: `${radius}: back inside.` };
}

/** One column alone, scaled a little, changes the period a lot. */
export function foundColumn(view: LabView, { learned }: Remembered): Finding {
  const { period, edited } = view.snapshot;
  const changes = view.edits.filter(changesTransition);
  const [edit] = changes;
  if (!edited || edit?.kind !== 'scaleTransitionColumn') return nothing('');
  const [least, most] = COLUMN_FACTORS;
  if (changes.length > 1) return nothing('Change one column only: reset the others.');
  if (edit.factor < least || edit.factor > most) {
    return nothing(`Keep the factor between ${least} and ${most}.`);
  }
  const column = `Column ${edit.column + 1} times ${edit.factor}`;
  const wanted = learnedPeriod(view, learned);
  if (period === null) return nothing(`${column}: the prediction has no period.`);
  if (wanted === null) return notLearned(learned);
  const text = `${column}: period ${steps(period)} instead of ${steps(wanted)}.`;
  return { done: off(period, wanted) >= MATTERS, text };
}
