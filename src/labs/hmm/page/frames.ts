/**
 * Forward-backward in slow motion at one step: of each stage a sentence, and the formula with its
 * numbers.
 */
import { type FrameText, lines } from '../../shared/slowMotion/frameText.ts';
import { texNumber } from '../../shared/slowMotion/texNumbers.ts';
import type { HmmInspection } from '../snapshot.ts';

export const stageNames = {
  before: 'The step before',
  predict: 'Predict',
  weigh: 'Weigh by the value',
  filter: 'Filter',
  later: 'Message from later steps',
  smooth: 'Smooth',
} as const;

export type PassStage = keyof typeof stageNames;

/** States that formulas have room for: the most likely ones. */
const SHOWN = 3;

/** What a stage is about, by state: the bars beside the text. */
export const sharesOf = (look: HmmInspection, stage: PassStage): readonly number[] => {
  switch (stage) {
    case 'before':
      return look.before ?? look.predicted;
    case 'predict':
      return look.predicted;
    case 'weigh':
      return scaled(look.densities);
    case 'filter':
      return look.filtered;
    case 'later':
      return look.later;
    case 'smooth':
      return look.smoothed;
  }
};

/** Densities as shares: their sum is not 1. */
function scaled(densities: readonly number[]): number[] {
  const most = Math.max(...densities);
  const sum = densities.reduce((total, density) => total + density / most, 0);
  return densities.map((density) => density / most / sum);
}

/** One sentence and one formula for a stage, with the numbers of the most likely states. */
export function describeStage(look: HmmInspection, stage: PassStage): FrameText {
  const t = look.row + 1;
  const order = look.smoothed
    .map((_, k) => k)
    .sort((a, b) => look.smoothed[b] - look.smoothed[a])
    .slice(0, SHOWN);
  const rows = (symbol: string, values: readonly number[], decimals = 4) =>
    order.map((k) => `${symbol}(${k + 1}) &= ${texNumber(values[k], decimals)}`);
  switch (stage) {
    case 'before':
      return look.before === null
        ? {
            sentence: `Step 1 has none before it: the pass starts from the initial probabilities.`,
            tex: lines(String.raw`\alpha_0 &= \pi`, ...rows(String.raw`\pi`, look.predicted)),
            label: 'The pass starts from pi, the initial probabilities.',
          }
        : {
            sentence: `What steps 1 to ${t - 1} say about the state at step ${t - 1}.`,
            tex: lines(
              String.raw`\alpha_{t-1}(k) &= p(z_{t-1} = k \mid y_{1:t-1})`,
              ...rows(String.raw`\alpha_{t-1}`, look.before),
            ),
            label:
              'alpha of the step before is the probability of its state given all values up to it.',
          };
    case 'predict':
      return {
        sentence: `The transition matrix carries it to step ${t}, whose value has not been seen yet.`,
        tex: lines(
          String.raw`p(z_t = l \mid y_{1:t-1}) &= \textstyle\sum_k \alpha_{t-1}(k)\, A_{kl}`,
          ...rows('p', look.predicted),
        ),
        label:
          'The predicted probability of state l is the sum over k of alpha of k at the step before times the transition probability from k to l.',
      };
    case 'weigh':
      return {
        sentence: `Now the value: its density under each state.${look.densities.every((density) => density === 1) ? ' It is missing here, so it favours none.' : ''}`,
        tex: lines(
          String.raw`b_k &= \mathcal N(y_t; \mu_k, \sigma_k^2)`,
          ...rows('b', look.densities),
        ),
        label: 'b k is the normal density of the value at step t under state k.',
      };
    case 'filter':
      return {
        sentence: `Prediction times density, scaled to sum to 1: all that the past and the value say.`,
        tex: lines(
          String.raw`\alpha_t(k) &\propto p(z_t = k \mid y_{1:t-1})\, b_k`,
          ...rows(String.raw`\alpha_t`, look.filtered),
        ),
        label: 'alpha at step t is proportional to the predicted probability times the density.',
      };
    case 'later':
      return {
        sentence: `The backward pass brings what the later steps say: how likely they are if step ${t} is in a state.`,
        tex: lines(
          String.raw`\beta_t(k) &= \textstyle\sum_l A_{kl}\, b_l(y_{t+1})\, \beta_{t+1}(l)`,
          ...rows(String.raw`\beta_t`, look.later),
        ),
        label:
          'beta at step t of k is the sum over l of the transition probability from k to l, the density of the next value under l, and beta of l at the next step. The numbers are scaled to sum to 1.',
      };
    case 'smooth':
      return {
        sentence: `Both together are the responsibilities: the state given the whole series.`,
        tex: lines(
          String.raw`q(z_t = k) &\propto \alpha_t(k)\, \beta_t(k)`,
          ...rows('q', look.smoothed),
        ),
        label: 'q is proportional to alpha times beta.',
      };
  }
}
