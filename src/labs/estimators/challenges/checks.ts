/** What each challenge asks for, checked against what is on the stage. Pure functions. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { EstimatorId } from '../names.ts';
import type { DrawsView, EstimatesView, EstimatorsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: EstimatorsSnapshot;
}

const LOSES = 100;
const DROWNS = 10_000;
const BIAS = 0.8;
const LANDED = 1e-9;
const STEEP = 0.2;

interface Seen {
  readonly view: DrawsView;
  readonly of: (id: EstimatorId) => EstimatesView | null;
}

/** The draws of a Gaussian or a coin; null elsewhere. */
function drawsOf({ snapshot }: LabView, kind: 'mean' | 'theta'): Seen | null {
  if (snapshot.part !== 'draws' || !(kind in snapshot.q)) return null;
  return {
    view: snapshot,
    of: (id) => snapshot.estimates.find((estimates) => estimates.id === id) ?? null,
  };
}

const ELSEWHERE = nothing('Choose the part “Draws” and a Gaussian q.');
const inFull = (value: number) =>
  value >= 100 ? Math.round(value).toString() : formatFixed(value, 2);

const variancesOf = ({ of }: Seen) => ({
  score: of('score')?.exactVariance ?? 0,
  pathwise: of('pathwise')?.exactVariance ?? 0,
});

/** The variance of reparameterisation is a hundred times that of the score function. */
export function pathwiseLoses(lab: LabView): Finding {
  const seen = drawsOf(lab, 'mean');
  if (!seen) return ELSEWHERE;
  const { score, pathwise } = variancesOf(seen);
  const text = `Variances: reparameterisation ${inFull(pathwise)}, score function ${inFull(score)}.`;
  return { done: score > 0 && pathwise >= LOSES * score, text };
}

/** The score function needs ten thousand times as many draws. */
export function scoreDrowns(lab: LabView): Finding {
  const seen = drawsOf(lab, 'mean');
  if (!seen) return ELSEWHERE;
  const { score, pathwise } = variancesOf(seen);
  const text = `Variances: score function ${inFull(score)}, reparameterisation ${inFull(pathwise)}.`;
  return { done: pathwise > 0.01 && score >= DROWNS * pathwise, text };
}

/** Reparameterisation misses the gradient. */
export function pathIsBiased(lab: LabView): Finding {
  const seen = drawsOf(lab, 'mean');
  const path = seen?.of('pathwise');
  if (!seen || !path) return ELSEWHERE;
  const bias = path.exactMean - seen.view.gradient;
  const text = `Reparameterisation has the mean ${formatFixed(path.exactMean, 3)}; the gradient is ${formatFixed(seen.view.gradient, 3)}.`;
  return { done: Math.abs(bias) >= BIAS, text };
}

/** Every estimate is 0, while those of reparameterisation are not. */
export function sticksLanding(lab: LabView): Finding {
  const seen = drawsOf(lab, 'mean');
  const sticking = seen?.of('sticking');
  if (!seen || !sticking) return nothing('Choose the ELBO as f.');
  const { exactMean, exactVariance } = sticking;
  const text = `Sticking the landing has the mean ${formatFixed(exactMean, 3)} and the variance ${formatFixed(exactVariance, 4)}.`;
  const isLanded = exactMean * exactMean + exactVariance < LANDED;
  return { done: isLanded && variancesOf(seen).pathwise > 0.1, text };
}

/** Straight-through has the wrong sign where the gradient is large. */
export function pointsWrongWay(lab: LabView): Finding {
  const seen = drawsOf(lab, 'theta');
  const straight = seen?.of('straightThrough');
  if (!seen || !straight) return nothing('Choose the part “Draws” and a coin.');
  const { gradient } = seen.view;
  const text = `The gradient is ${formatFixed(gradient, 2)}; straight-through has the mean ${formatFixed(straight.exactMean, 2)}.`;
  const isWrong = straight.exactMean * gradient < 0 && Math.abs(straight.exactMean) >= STEEP;
  return { done: isWrong && Math.abs(gradient) >= STEEP, text };
}
