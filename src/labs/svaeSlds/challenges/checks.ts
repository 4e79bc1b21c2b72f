/** Whether what one sees solves a task. Pure functions of what the page shows. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import { changePoints, visitsOf } from '../../shared/data/segmentation.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import { isInUse } from '../inUse.ts';
import type { SvaeSldsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: SvaeSldsSnapshot;
  readonly edits: readonly SvaeSldsEdit[];
  readonly runId: unknown;
  /** The model came with the page. */
  readonly isPretrained: boolean;
}

/** What earlier moments of a run have shown. */
export interface Remembered {
  /** The lowest accuracy seen without paint. */
  readonly lowest: number;
  /** Whether a short visit was seen at the learned time in a state. */
  readonly hadShort: boolean;
}

export const START: Remembered = { lowest: 1, hadShort: false };

/** Periods within this of one another are the same tempo. */
const SAME_TEMPO = 0.1;
/** A ribbon is wrong below the first accuracy, and right from the second on. */
const WRONG = 0.9;
const RIGHT = 0.97;
const MOST_STROKES = 3;
/** Visits shorter than this are short, in steps. */
const SHORT = 15;

const ofKind = <Kind extends SvaeSldsEdit['kind']>(
  edits: readonly SvaeSldsEdit[],
  kind: Kind,
): readonly Extract<SvaeSldsEdit, { kind: Kind }>[] =>
  edits.filter((edit): edit is Extract<SvaeSldsEdit, { kind: Kind }> => edit.kind === kind);

const stickinessOf = (edits: readonly SvaeSldsEdit[]): number =>
  ofKind(edits, 'scaleStickiness').at(0)?.factor ?? 1;

/** The visits before the end of the input, without the last one, which may go on. */
const closedVisits = ({ assignments, inputEnds }: SvaeSldsSnapshot) =>
  visitsOf(assignments.subarray(0, inputEnds)).slice(1, -1);

export function remembering(memory: Remembered, { snapshot, edits }: LabView): Remembered {
  const hasPaint = ofKind(edits, 'paintState').length > 0;
  const accuracy = snapshot.scores?.accuracy ?? 1;
  const isShort =
    stickinessOf(edits) === 1 && closedVisits(snapshot).some(({ steps }) => steps < SHORT);
  return {
    lowest: hasPaint ? memory.lowest : Math.min(memory.lowest, accuracy),
    hadShort: memory.hadShort || isShort,
  };
}

/** Every state in use turns as fast as the fastest, by a dial. */
export function alwaysFast({ snapshot, edits }: LabView): Finding {
  const turned = ofKind(edits, 'turnEigenvalue');
  const inUse = snapshot.states.filter(isInUse);
  const periods = inUse.flatMap(({ period }) => (period === null ? [] : [period]));
  if (periods.length < 2) return nothing('Fewer than two states in use rotate.');
  const [fast, slow] = [Math.min(...periods), Math.max(...periods)];
  return {
    done: turned.length > 0 && periods.length === inUse.length && slow <= (1 + SAME_TEMPO) * fast,
    text: `The periods of the states in use go from ${formatFixed(fast, 1)} to ${formatFixed(slow, 1)} steps.`,
  };
}

/** A ribbon that was wrong is right with at most three painted stretches. */
export function taughtByBrush({ snapshot, edits }: LabView, memory: Remembered): Finding {
  const accuracy = snapshot.scores?.accuracy;
  if (accuracy === undefined) return nothing('The true states of this series are not known.');
  const strokes = ofKind(edits, 'paintState').length;
  const text = `Accuracy ${formatFixed(accuracy, 3)} with ${strokes} ${strokes === 1 ? 'stretch' : 'stretches'} painted; ${memory.lowest < WRONG ? 'it was' : 'without paint it has not been'} below ${WRONG} in this run.`;
  const isFew = strokes > 0 && strokes <= MOST_STROKES;
  return { done: isFew && memory.lowest < WRONG && accuracy >= RIGHT, text };
}

/** Longer times in a state have removed the short visits, and not all switches. */
export function forgotShortVisits({ snapshot, edits }: LabView, memory: Remembered): Finding {
  const factor = stickinessOf(edits);
  const visits = closedVisits(snapshot);
  const short = visits.filter(({ steps }) => steps < SHORT).length;
  const { assignments, inputEnds } = snapshot;
  const switches = changePoints(assignments.subarray(0, inputEnds)).length;
  if (!memory.hadShort)
    return nothing(`No visit shorter than ${SHORT} steps has been seen yet at the learned times.`);
  return {
    done: factor > 1 && short === 0 && switches > 0,
    text: `${short} short ${short === 1 ? 'visit' : 'visits'} and ${switches} ${switches === 1 ? 'switch' : 'switches'} before the line.`,
  };
}

/** Trained states agree with the truth nearly as well as inference with the true parameters. */
export function foundStates({ snapshot, isPretrained }: LabView): Finding {
  if (isPretrained) return nothing('The pretrained model does not count.');
  const { scores } = snapshot;
  if (!scores || scores.oracleAdjustedRandIndex === null)
    return nothing('The true states of this series are not known.');
  const { adjustedRandIndex: own, oracleAdjustedRandIndex: oracle } = scores;
  return {
    done: own >= 0.9 * oracle,
    text: `Adjusted Rand index ${formatFixed(own, 3)}, oracle ${formatFixed(oracle, 3)}.`,
  };
}
