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
const FEW = 2.5;
const HEAVY = 0.95;
const MANY = 100;
const DROWNED = 0.01;
const CLEAR = 30;

const ELSEWHERE = nothing('Choose the part “Weights”.');

const onWeights =
  (check: (view: WeightsView, gap: number) => Finding) =>
  ({ snapshot }: LabView): Finding =>
    snapshot.part === 'weights'
      ? check(snapshot, snapshot.logEvidence - snapshot.bound)
      : ELSEWHERE;

/** A poor q, and a bound that is close all the same. */
export const manyDraws = onWeights(({ logEvidence, elbo, samples }, gap) => ({
  done: logEvidence - elbo >= FAR && gap < CLOSE,
  text: `The ELBO is ${formatFixed(logEvidence - elbo, 2)} nats low, the bound with K = ${samples} ${formatDigits(gap)}.`,
}));

/** One draw, and no gap. */
export const oneDraw = onWeights(({ samples }, gap) => ({
  done: samples === 1 && gap < EXACT,
  text: `K = ${samples}, gap ${formatDigits(gap)} nats.`,
}));

/** Hardly a moment above the mean is left. */
export const heavyTail = onWeights(({ tailShape, paretoShape }) => ({
  done: tailShape > HEAVY,
  text: `Pareto k: exact ${tailShape > 0 ? formatFixed(tailShape, 2) : '0 or less'}, fitted ${formatFixed(paretoShape, 2)}.`,
}));

/** Of many draws hardly any counts. */
export const fewCount = onWeights(({ samples, effective, chiSquare }) => ({
  done: samples >= MANY && effective < FEW && chiSquare !== null,
  text: `Of ${samples} draws ${formatFixed(effective, 1)} count${chiSquare === null ? '; the weights have no second moment' : ''}.`,
}));

/** The encoder's gradient is noise, and the same gradient without the score is not. */
export function mended({ snapshot }: LabView): Finding {
  if (snapshot.part !== 'signal') return nothing('Choose the part “Signal”.');
  const [encoder, dreg] = snapshot.gradients;
  return {
    done: encoder.ratio > 0 && encoder.ratio < DROWNED && dreg.ratio > CLEAR,
    text: `Signal / noise: encoder ${formatDigits(encoder.ratio)}, DReG ${formatDigits(dreg.ratio)}.`,
  };
}
