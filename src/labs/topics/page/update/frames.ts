/** The update of one document in slow motion: of each frame a sentence, and its numbers. */
import { counted } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import type { StagedFrame } from '../../../shared/slowMotion/stepper.ts';
import { texNumber } from '../../../shared/slowMotion/texNumbers.ts';
import type { DocumentAnswer } from '../../snapshot.ts';
import type { TopicLook } from '../looks.ts';

export const stageNames = {
  start: 'Start',
  phi: 'Responsibilities φ',
  gamma: 'Shares γ',
  end: 'Fixed point',
} as const;

export type UpdateStage = keyof typeof stageNames;

export interface UpdateFrame extends StagedFrame<UpdateStage> {
  /** The row of `gammaSteps` that the shares are at. */
  readonly gamma: number;
  /** The row whose shares the responsibilities were made from; null before the first. */
  readonly phi: number | null;
}

/** Rounds that are shown one by one; the rest is one frame. */
const SHOWN_ROUNDS = 4;
/** Terms of a formula. */
const TERMS = 3;

/** phi and gamma in alternation, then the last round. */
export function framesOf(rounds: number): readonly UpdateFrame[] {
  const shown = Math.min(SHOWN_ROUNDS, rounds - 1);
  return [
    { stage: 'start', gamma: 0, phi: null },
    ...Array.from({ length: Math.max(0, shown) }, (_, round): UpdateFrame[] => [
      { stage: 'phi', gamma: round, phi: round },
      { stage: 'gamma', gamma: round + 1, phi: round },
    ]).flat(),
    { stage: 'end', gamma: rounds - 1, phi: rounds - 1 },
  ];
}

export const gammaAt = ({ gammaSteps, gamma }: DocumentAnswer, row: number): Float64Array =>
  gammaSteps.subarray(row * gamma.length, (row + 1) * gamma.length);

/**
 * W x K: the responsibilities that the shares of one round ask for. Those of the
 * document differ by the expected logs of the shares alone, as the topics are fixed.
 */
export function responsibilitiesAt(answer: DocumentAnswer, row: number): Float32Array {
  const { logShareSteps, logShares, responsibilities } = answer;
  const K = logShares.length;
  const ratios = logShares.map((log, k) => Math.exp(logShareSteps[row * K + k] - log));
  const phi = responsibilities.map((value, at) => value * ratios[at % K]);
  for (let from = 0; from < phi.length; from += K) {
    const own = phi.subarray(from, from + K);
    const sum = own.reduce((a, b) => a + b, 0);
    if (sum > 0) own.set(own.map((value) => value / sum));
  }
  return phi;
}

/** What a document, its words and its topics are called. */
export interface Nouns {
  readonly document: string;
  readonly word: string;
  readonly topic: string;
  readonly has: (words: number) => string;
}

export const OF_TEXTS: Nouns = {
  ...{ document: 'document', word: 'word', topic: 'topic' },
  has: (words) => `The document has ${counted(words, 'word')}.`,
};

export const OF_INDIVIDUALS: Nouns = {
  ...{ document: 'individual', word: 'allele', topic: 'cluster' },
  has: (alleles) => `${counted(alleles, 'allele')} of the individual are known.`,
};

/** What a frame says. */
export function describe(
  answer: DocumentAnswer,
  { stage, gamma: row, phi }: UpdateFrame,
  looks: readonly TopicLook[],
  alpha: number,
  { document, word, topic, has }: Nouns,
): FrameText {
  const gamma = gammaAt(answer, row);
  const words = answer.counts.reduce((a, b) => a + b, 0);
  const main = gamma.indexOf(gamma.reduce((a, b) => Math.max(a, b)));
  const name = looks[main]?.name ?? '';
  const bound = formatFixed(answer.boundSteps[row], 3);
  const numbers = Array.from(gamma.slice(0, TERMS), (value) => texNumber(value, 2)).join(',\\; ');
  const shares = `\\gamma_d &= (${numbers}${gamma.length > TERMS ? ', \\ldots' : ''})`;
  if (stage === 'start')
    return {
      sentence: `${has(words)} *γ* starts with the prior and the same part of the ${word}s for each ${topic}: nothing is decided.`,
      tex: lines(`\\gamma_{dk} &= \\alpha + N_d / K`, shares),
      label: `gamma of each ${topic} is alpha plus the number of ${word}s over the number of ${topic}s.`,
    };
  if (stage === 'phi')
    return {
      sentence: `Each ${word} asks which ${topic} it comes from: how often the ${topic} has the ${word}, times how much of the ${topic} the ${document} has so far.`,
      tex: lines(
        String.raw`\phi_{wk} &\propto \exp\bigl(\mathbb E[\log \theta_{dk}]`,
        String.raw`&\qquad + \mathbb E[\log \beta_{kw}]\bigr)`,
      ),
      label: `phi of ${word} w and ${topic} k is proportional to the exponential of the expected log share plus the expected log probability of the ${word}.`,
    };
  if (stage === 'gamma')
    return {
      sentence: `The shares count what the ${word}s have asked for. ${name} leads. The ELBO of the ${document} is now ${bound} nats.`,
      tex: lines(
        String.raw`\gamma_{dk} &= \alpha + \textstyle\sum_w n_{dw}\, \phi_{wk}`,
        `&\\quad \\alpha = ${alpha}`,
        shares,
      ),
      label: `gamma of ${topic} k is alpha plus the sum over ${word}s of count times responsibility.`,
    };
  return {
    sentence: `After ${phi ?? 0} rounds nothing changes any more. ${name} leads, and the ELBO of the ${document} is ${bound} nats.`,
    tex: lines(shares, `\\mathcal L_d &= ${texNumber(answer.boundSteps[row], 3)}`),
    label: `The ELBO of the ${document} is ${bound}.`,
  };
}
