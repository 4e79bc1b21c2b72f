/** What each challenge asks for, checked against what is on the stage. Pure functions. */
import { formatDigits, formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { BoundsSnapshot, WeightsView } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: BoundsSnapshot;
}

const CLOSE = 0.01;
const EXACT = 0.001;
const FAR = 1;
const FEW = 3;
const MANY = 100;
const HEAVY = 0.9;

const ELSEWHERE = nothing('Choose the part “Weights”.');

const onWeights =
  (check: (view: WeightsView, gap: number) => Finding) =>
  ({ snapshot }: LabView): Finding =>
    snapshot.part === 'weights'
      ? check(snapshot, snapshot.logEvidence - snapshot.bound)
      : ELSEWHERE;

/** A poor q, and a bound that is close for all that. */
export const manyDraws = onWeights(({ logEvidence, elbo, samples }, gap) => ({
  done: logEvidence - elbo >= FAR && gap < CLOSE,
  text: `The ELBO is ${formatFixed(logEvidence - elbo, 2)} nats low, the bound with K = ${samples} ${formatDigits(gap)}.`,
}));

/** One draw, and no gap. */
export const oneDraw = onWeights(({ samples }, gap) => ({
  done: samples === 1 && gap < EXACT,
  text: `K = ${samples}, gap ${formatDigits(gap)} nats.`,
}));

/** No second moment, by far. */
export const heavyTail = onWeights(({ chiSquare, tailShape }) => ({
  done: chiSquare === null && tailShape >= HEAVY,
  text: `χ² is ${chiSquare === null ? 'infinite' : formatDigits(chiSquare)}, Pareto k ${tailShape > 0 ? formatFixed(tailShape, 2) : 'at most 0'}.`,
}));

/** Of many draws hardly any counts. */
export const fewCount = onWeights(({ samples, effective, chiSquare }) => ({
  done: samples >= MANY && effective < FEW && chiSquare !== null,
  text: `Of ${samples} draws ${formatFixed(effective, 1)} count${chiSquare === null ? '; the weights have no second moment' : ''}.`,
}));
