/**
 * The update of one factor in slow motion: of each stage a sentence, and the formula with its
 * numbers.
 */
import { formatFixed } from '../../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../../shared/slowMotion/frameText.ts';
import { decimalsFor, texNumber } from '../../../../shared/slowMotion/texNumbers.ts';
import type { PlaneSnapshot, UpdateInspection } from '../../../planeSnapshot.ts';

export const stageNames = {
  other: 'The other factor',
  average: 'Average of log p',
  exponential: 'Exponential',
  factor: 'New factor',
  bound: 'ELBO',
} as const;

export type UpdateStage = keyof typeof stageNames;

type Writer = (look: UpdateInspection, snapshot: PlaneSnapshot) => FrameText;

const TEX: Readonly<Record<string, string>> = {
  'x₁': 'x_1',
  'x₂': 'x_2',
  μ: String.raw`\mu`,
  τ: String.raw`\tau`,
};

/** The coordinate that is updated and the other one, in words and in TeX. */
function namesOf({ coordinate }: UpdateInspection, { target }: PlaneSnapshot) {
  const { names } = target;
  const [own, other] = coordinate === 0 ? names : ([names[1], names[0]] as const);
  return { own, other, tex: TEX[own] ?? own, otherTex: TEX[other] ?? other };
}

const otherOf = ({ coordinate }: UpdateInspection): 0 | 1 => (coordinate === 0 ? 1 : 0);
const number = (value: number): string => texNumber(value, decimalsFor([value]));

const other: Writer = (look, snapshot) => {
  const { own, other: name, otherTex } = namesOf(look, snapshot);
  const { mean, deviation } = look.momentsBefore;
  const at = otherOf(look);
  return {
    sentence: `The factor of *${own}* is updated. The factor of *${name}* stays: its mean is ${formatFixed(mean[at], 3)}, its standard deviation ${formatFixed(deviation[at], 3)}.`,
    tex: lines(
      String.raw`\mathbb E_q[${otherTex}] &= ${number(mean[at])}`,
      String.raw`\operatorname{sd}_q[${otherTex}] &= ${number(deviation[at])}`,
    ),
    label: `Mean and standard deviation of ${name} under q.`,
  };
};

const average: Writer = (look, snapshot) => {
  const { own, other: name, tex, otherTex } = namesOf(look, snapshot);
  // Of the normal with its data, which the others have none of.
  const joint = snapshot.messages ? String.raw`x, \mu, \tau` : 'x_1, x_2';
  return {
    sentence: `For each value of *${own}* average log p over *${name}*, with the weights that q gives to its values. The curve is high where the posterior is high for values of *${name}* that are likely under q.`,
    tex: lines(
      String.raw`\ell(${tex}) &= \mathbb E_{q(${otherTex})}[\log p(${joint})]`,
      ...closedForm(look, snapshot),
    ),
    label: `l of ${own} is the expectation of the log joint over q of ${name}.`,
  };
};

/** The average as a parabola, or as a sum of log tau and tau, where it is one. */
function closedForm(
  { coordinate, momentsBefore: { mean } }: UpdateInspection,
  { target, messages }: PlaneSnapshot,
): string[] {
  if (target.name === 'gaussian') {
    const { correlation } = target.moments;
    const precision = 1 / (1 - correlation ** 2);
    const slope = correlation * precision * mean[coordinate === 0 ? 1 : 0];
    const x = coordinate === 0 ? 'x_1' : 'x_2';
    return [
      String.raw`&= -\tfrac12 \cdot ${number(precision)}\, ${x}^2 ${signed(slope)}\, ${x} + \text{const}`,
    ];
  }
  if (!messages) return [];
  const [first, second] = (coordinate === 0 ? messages.mean : messages.precision).sum;
  return coordinate === 0
    ? [String.raw`&= ${number(first)}\, \mu ${signed(second)}\, \mu^2 + \text{const}`]
    : [String.raw`&= ${number(first)} \log \tau ${signed(second)}\, \tau + \text{const}`];
}

/** With its sign, to stand after another term. */
const signed = (value: number): string => `${value < 0 ? '-' : '+'} ${number(Math.abs(value))}`;

const exponential: Writer = (look, snapshot) => {
  const { own, tex } = namesOf(look, snapshot);
  return {
    sentence: `The best factor is proportional to the exponential of this average. Exponentials make the top of the curve count and the rest vanish.`,
    tex: lines(String.raw`q(${tex}) &\propto e^{\ell(${tex})}`),
    label: `q of ${own} is proportional to the exponential of l of ${own}.`,
  };
};

const factor: Writer = (look, snapshot) => {
  const { own, tex } = namesOf(look, snapshot);
  const { coordinate: at, momentsBefore: before, momentsAfter: after } = look;
  const isNarrower = after.deviation[at] < snapshot.target.moments.deviation[at] - 5e-4;
  const width = isNarrower
    ? `It is narrower than the exact marginal, whose standard deviation is ${formatFixed(snapshot.target.moments.deviation[at], 3)}.`
    : 'It is as wide as the exact marginal, or wider.';
  return {
    sentence: `Divided by its integral, this is the new factor of *${own}*. ${width}`,
    tex: lines(
      String.raw`\mathbb E_q[${tex}] &= ${number(before.mean[at])} \to ${number(after.mean[at])}`,
      String.raw`\operatorname{sd}_q[${tex}] &= ${number(before.deviation[at])} \to ${number(after.deviation[at])}`,
    ),
    label: `Mean and standard deviation of ${own} under q, before and after.`,
  };
};

const bound: Writer = ({ elboBefore, elboAfter, logEvidence }) => ({
  sentence:
    elboAfter - elboBefore > 1e-10
      ? `The ELBO rises by ${formatFixed(elboAfter - elboBefore, 4)} nats. No other factor could raise it more, while the rest stays.`
      : 'The ELBO stays: this factor was already the best one, given the other.',
  tex: lines(
    String.raw`\text{ELBO} &= ${texNumber(elboBefore, 4)} \to ${texNumber(elboAfter, 4)}`,
    String.raw`\mathrm{KL}(q \,\|\, p) &= ${texNumber(logEvidence - elboBefore, 4)} \to ${texNumber(logEvidence - elboAfter, 4)}`,
  ),
  label: 'The ELBO and the KL divergence from q to the posterior, before and after.',
});

const writers: Readonly<Record<UpdateStage, Writer>> = {
  other,
  average,
  exponential,
  factor,
  bound,
};

export const describeFrame = (
  look: UpdateInspection,
  { stage }: { readonly stage: UpdateStage },
  snapshot: PlaneSnapshot,
): FrameText => writers[stage](look, snapshot);
