/**
 * Forward-backward in slow motion at one step: of each stage a sentence, and the formula with its
 * numbers.
 */
import type { Calendar } from '../../../datasets/calendar.ts';
import { stepInWords } from '../../../datasets/calendarText.ts';
import { type FrameText, lines } from '../../shared/slowMotion/frameText.ts';
import { texNumber, texOf } from '../../shared/slowMotion/texNumbers.ts';
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
export const sharesOf = (inspection: HmmInspection, stage: PassStage): readonly number[] => {
  switch (stage) {
    case 'before':
      return inspection.before ?? inspection.predicted;
    case 'predict':
      return inspection.predicted;
    case 'weigh':
      return scaled(inspection.logDensities);
    case 'filter':
      return inspection.filtered;
    case 'later':
      return inspection.later;
    case 'smooth':
      return inspection.smoothed;
  }
};

/** What the bars of a stage are the heights of. */
export const quantityOf = (stage: PassStage): string => QUANTITIES[stage] ?? 'probability';

const QUANTITIES: Readonly<Partial<Record<PassStage, string>>> = {
  weigh: 'density, scaled',
  later: 'message, scaled',
};

/** Densities as shares: their sum is not 1. */
function scaled(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
  return logs.map((log) => Math.exp(log - most) / sum);
}

/** A density in three digits, however small. */
function texDensity(log: number): string {
  const power = Math.floor(log / Math.LN10);
  if (Math.abs(power) <= 3) return Math.exp(log).toPrecision(3);
  return texOf(`${(10 ** (log / Math.LN10 - power)).toFixed(2)}e${power}`);
}

const inFull = (value: number): string => texNumber(value, 4);

/** One sentence and one formula for a stage, with the numbers of the most likely states. */
export function describeStage(
  inspection: HmmInspection,
  stage: PassStage,
  calendar?: Calendar,
): FrameText {
  const at = (step: number) => stepInWords(step, step - 1, calendar);
  const t = inspection.row + 1;
  const isLast =
    inspection.row === inspection.smoothedSeries.length / inspection.smoothed.length - 1;
  const order = inspection.smoothed
    .map((_, k) => k)
    .sort((a, b) => inspection.smoothed[b] - inspection.smoothed[a])
    .slice(0, SHOWN);
  const rows = (symbol: string, values: readonly number[], text = inFull) =>
    order.map((k) => `${symbol}(${k + 1}) &= ${text(values[k])}`);
  switch (stage) {
    case 'before':
      return inspection.before === null
        ? {
            sentence: `Step 1 has none before it: the pass starts from the initial probabilities.`,
            tex: lines(String.raw`\alpha_0 &= \pi`, ...rows(String.raw`\pi`, inspection.predicted)),
            label: 'The pass starts from pi, the initial probabilities.',
          }
        : {
            sentence: `What steps 1 to ${t - 1} say about the state at ${at(t - 1)}.`,
            tex: lines(
              String.raw`\alpha_{t-1}(k) &= p(z_{t-1} = k \mid y_{1:t-1})`,
              ...rows(String.raw`\alpha_{t-1}`, inspection.before),
            ),
            label:
              'alpha of the step before is the probability of its state given all values up to it.',
          };
    case 'predict':
      if (inspection.before === null)
        return {
          sentence: 'At step 1 the prediction is the initial probabilities.',
          tex: lines(String.raw`p(z_1 = l) &= \pi_l`, ...rows('p', inspection.predicted)),
          label: 'The predicted probability of state l at step 1 is pi l.',
        };
      return {
        sentence: `The transition matrix carries it to ${at(t)}, whose value has not been seen yet.`,
        tex: lines(
          String.raw`p(z_t = l \mid y_{1:t-1}) &= \textstyle\sum_k \alpha_{t-1}(k)\, A_{kl}`,
          ...rows('p', inspection.predicted),
        ),
        label:
          'The predicted probability of state l is the sum over k of alpha of k at the step before times the transition probability from k to l.',
      };
    case 'weigh':
      return {
        sentence: `Now the value: its density under each state.${inspection.logDensities.every((log) => log === 0) ? ' It is missing here, so it favours none.' : ''}`,
        tex: lines(
          String.raw`b_t(k) &= \mathcal N(y_t; \mu_k, \sigma_k^2)`,
          ...rows('b_t', inspection.logDensities, texDensity),
        ),
        label: 'b t of k is the normal density of the value at step t under state k.',
      };
    case 'filter':
      return {
        sentence: `Prediction times density, scaled to sum to 1: all that the past and the value say.`,
        tex: lines(
          String.raw`\alpha_t(k) &\propto p(z_t = k \mid y_{1:t-1})\, b_t(k)`,
          ...rows(String.raw`\alpha_t`, inspection.filtered),
        ),
        label: 'alpha at step t is proportional to the predicted probability times the density.',
      };
    case 'later':
      if (isLast)
        return {
          sentence: `Step ${t} is the last: there are no later steps, and the message favours no state.`,
          tex: lines(
            String.raw`\beta_T(k) &\propto 1`,
            ...rows(String.raw`\beta_T`, inspection.later),
          ),
          label:
            'beta at the last step is the same for every state. The numbers are scaled to sum to 1.',
        };
      return {
        sentence: `The backward pass brings what the later steps say: how likely they are from each state at ${at(t)}, scaled to sum to 1.`,
        tex: lines(
          String.raw`\beta_t(k) &\propto \textstyle\sum_l A_{kl}\, b_{t+1}(l)\, \beta_{t+1}(l)`,
          ...rows(String.raw`\beta_t`, inspection.later),
        ),
        label:
          'beta at step t of k is proportional to the sum over l of the transition probability from k to l, the density of the next value under l, and beta of l at the next step.',
      };
    case 'smooth':
      return {
        sentence: `Both together: the state given the whole series. An E-step makes these the responsibilities.`,
        tex: lines(
          String.raw`p(z_t = k \mid y_{1:T}) &\propto \alpha_t(k)\, \beta_t(k)`,
          ...rows('p', inspection.smoothed),
        ),
        label:
          'The probability of state k at step t given all values is proportional to alpha times beta.',
      };
  }
}
