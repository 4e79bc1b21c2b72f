/** How one set of K weights becomes one estimate of the bound: of each stage a sentence and its numbers. */
import { grouped } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import { texNumber } from '../../../shared/slowMotion/texNumbers.ts';
import type { WeightsView } from '../../snapshot.ts';

export const stageNames = {
  draw: 'Draws',
  weigh: 'Weights',
  average: 'Average',
  log: 'Logarithm',
  repeat: 'Repeats',
} as const;

export type SetStage = keyof typeof stageNames;

/** The average of the first K weights over p(x), and the share of the largest in their sum. */
export function averageOf({ first }: WeightsView) {
  const weights = first.logWeights.map(Math.exp);
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  return { average: sum / weights.length, largest: Math.max(...weights) / sum };
}

const number = (value: number) => texNumber(value, 3);

const writers: Readonly<Record<SetStage, (view: WeightsView) => FrameText>> = {
  draw: ({ first, samples, q }) => ({
    sentence: `Draw *K* = ${samples} times from *q*, which has the mean ${formatFixed(q.mean, 2)} and the standard deviation ${formatFixed(q.sd, 2)}. The draws depend on *x* only through *q*.`,
    tex: lines(String.raw`z_k &\sim q(z)`, `z_1 &= ${number(first.z[0])}`),
    label: 'z k is drawn from q.',
  }),
  weigh: ({ first }) => ({
    sentence:
      'Each draw gets the weight *p(x, z) / q(z)*, here divided by *p(x)*. The curve is this ratio: above 1 where *q* draws too seldom, below 1 where it draws too often.',
    tex: lines(
      String.raw`\frac{w_k}{p(x)} &= \frac{p(z_k \mid x)}{q(z_k)}`,
      String.raw`\frac{w_1}{p(x)} &= ${number(Math.exp(first.logWeights[0]))}`,
    ),
    label: 'The weight of a draw over p of x is the posterior over q.',
  }),
  average: (view) => {
    const { average, largest } = averageOf(view);
    return {
      sentence: `The average of the weights is an unbiased estimate of *p(x)*: over many sets it is 1 on this axis. The largest weight holds ${Math.round(100 * largest)} % of the sum.`,
      tex: lines(
        String.raw`\frac{\hat p(x)}{p(x)} &= \frac1K \sum_k \frac{w_k}{p(x)}`,
        `&= ${number(average)}`,
      ),
      label: 'p-hat over p of x is the average of the weights over p of x.',
    };
  },
  log: (view) => {
    const log = Math.log(averageOf(view).average);
    return {
      sentence: `Its logarithm is this set’s estimate. It is ${log < 0 ? 'below' : 'above'} *log p(x)* here. The logarithm is concave: averages that are too low lose more than averages that are too high gain.`,
      tex: lines(
        String.raw`\log \hat p(x) &= \log p(x) + (${number(log)})`,
        `&= ${number(view.logEvidence + log)}`,
      ),
      label: 'log p-hat is log p of x plus the logarithm of the average.',
    };
  },
  repeat: ({ histogram, bound, logEvidence }) => ({
    sentence: `${grouped(histogram.measured.repeats)} such sets: the mean of their logarithms is the bound, ${formatFixed(logEvidence - bound, 3)} nats below *log p(x)*.`,
    tex: lines(
      String.raw`\mathcal L_K &= \mathbb E \log \hat p(x) = ${number(bound)}`,
      String.raw`\text{measured} &: ${number(histogram.measured.mean)} \pm ${number(histogram.measured.error)}`,
    ),
    label: 'The bound is the expectation of log p-hat; exact and measured.',
  }),
};

export const describeFrame = (view: WeightsView, stage: SetStage): FrameText =>
  writers[stage](view);
