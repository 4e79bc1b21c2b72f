/** Half-sweeps of inference in slow motion: of each a sentence, and the formula with its numbers. */
import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import { decimalsFor, texNumber } from '../../../shared/slowMotion/texNumbers.ts';
import type { PathsInspection, SweepsInspection } from '../../snapshot.ts';

export const stageNames = {
  z: 'Update q(z): forward-backward',
  x: 'Update q(x): Kalman passes',
  exact: 'All paths, summed exactly',
} as const;

type SweepStage = keyof typeof stageNames;

export interface SweepFrame {
  readonly stage: SweepStage;
  /** Which half-sweep; the last one at the end. */
  readonly half: number;
}

/** A frame for each half-sweep, and at the end the exact answer, where it is known. */
export function framesOf(sweeps: SweepsInspection, paths: PathsInspection | null): SweepFrame[] {
  const halves = sweeps.halves.map(({ updated }, half): SweepFrame => ({ stage: updated, half }));
  return paths ? [...halves, { stage: 'exact', half: halves.length - 1 }] : halves;
}

/** The same half-sweep of another stretch. */
export const sameFrame = (shown: SweepFrame, frames: readonly SweepFrame[]): number =>
  Math.max(
    0,
    frames.findIndex(({ stage, half }) => stage === shown.stage && half === shown.half),
  );

export function describeFrame(
  { stage, half }: SweepFrame,
  { halves, startsApart }: SweepsInspection,
  paths: PathsInspection | null,
): FrameText | null {
  if (stage === 'exact') return paths && describePaths(paths);
  const objectives = halves.map(({ objective }) => objective);
  // What matters is by how much they differ.
  const decimals = decimalsFor(objectives.map((value) => value - objectives[0]));
  const [before, now] = [objectives[half - 1], objectives[half]];
  const fall =
    before === undefined
      ? `F_{${half + 1}} &= ${texNumber(now, decimals)}`
      : String.raw`F_{${half + 1}} &= ${texNumber(now, decimals)} \le F_{${half}} = ${texNumber(before, decimals)}`;
  const change =
    before === undefined
      ? ` The sweeps begin from ${startsApart ? 'latents inferred without dynamics' : 'equal shares of all states'}.`
      : ` The objective falls by ${formatFixed(Math.max(0, before - now), 4)} nats.`;
  if (stage === 'x')
    return {
      sentence: `*q(z)* is held. Between neighbouring latents stand averages of the blocks of all states, weighted by *w*. Filter and smoother give *q(x)*.${change}`,
      tex: lines(
        String.raw`J_{11,t} &= \textstyle\sum_k w_t(k)\, \mathbb E[A_k^{\top} Q_k^{-1} A_k]`,
        fall,
      ),
      label: `The block of the precision between two neighbouring latents is the average over the states, weighted by w, of A k transposed times the inverse of Q k times A k. The objective F is ${formatFixed(now, 4)} nats.`,
    };
  return {
    sentence: `*q(x)* is held. The energy *l* of a state says how well its dynamics explain each step of the latents. Messages along the chain go forward and backward and give *q(z)*.${change}`,
    tex: lines(
      String.raw`\ell_t(k) &= \mathbb E_q[\log \mathcal N(x_{t+1};\, A_k x_t + b_k, Q_k)]`,
      fall,
    ),
    label: `The energy of state k at step t is the expected log density of the next latent under its dynamics. The objective F is ${formatFixed(now, 4)} nats.`,
  };
}

function describePaths({ paths, logEvidence, bound }: PathsInspection): FrameText {
  const decimals = decimalsFor([logEvidence - bound]);
  return {
    sentence: `All ${paths.toLocaleString('en')} paths of states are summed, each with its own exact Kalman pass. Mean field treats states and latents as independent: its bound is ${formatFixed(logEvidence - bound, 3)} nats lower, and at switches it is surer than it should be.`,
    tex: lines(
      String.raw`\log \textstyle\sum_z \int p(z, x)\, \psi(x)\, dx &= ${texNumber(logEvidence, decimals)}`,
      `-F &= ${texNumber(bound, decimals)}`,
    ),
    label: `The log of the sum over all paths is ${formatFixed(logEvidence, 3)}, the bound of mean field ${formatFixed(bound, 3)}.`,
  };
}
