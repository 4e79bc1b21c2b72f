/**
 * One draw on its way through the estimators, in slow motion: of each stage a sentence, and the
 * formula with its numbers.
 */
import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import { texNumber } from '../../../shared/slowMotion/texNumbers.ts';
import type { DrawsView } from '../../snapshot.ts';
import { PARAMETER_NAMES } from '../words.ts';

export const stageNames = {
  noise: 'Noise',
  draw: 'Draw',
  value: 'Value of f',
  score: 'Score function',
  baseline: 'Baseline',
  path: 'Path',
  average: 'Average',
} as const;

export type DrawStage = keyof typeof stageNames;

/** What the frames are about: a view, and which of its first draws. */
export interface DrawLook {
  readonly view: DrawsView;
  readonly draw: number;
}

const number = (value: number): string => texNumber(value, 3);
/** A number that follows an operator. */
const factor = (value: number): string => (value < 0 ? `(${number(value)})` : number(value));

const PARAMETER_TEX = { mean: String.raw`\mu`, sd: String.raw`\sigma`, theta: String.raw`\theta` };

/** The estimate of a draw by one of the estimators. */
export function estimateOf({ view, draw }: DrawLook, id: string): number {
  return view.estimates.find((estimates) => estimates.id === id)?.first[draw] ?? Number.NaN;
}

type Writer = (look: DrawLook) => FrameText;

const noise: Writer = ({ view, draw }) => {
  const value = view.draws.noise[draw];
  return 'theta' in view.q
    ? {
        sentence: `Draw ${draw + 1} begins with a uniform number *u*. It depends on no parameter.`,
        tex: lines(`u &= ${number(value)}`),
        label: 'The uniform number u.',
      }
    : {
        sentence: `Draw ${draw + 1} begins with standard normal noise *ε*. It depends on no parameter.`,
        tex: lines(String.raw`\varepsilon &= ${number(value)}`),
        label: 'The noise epsilon.',
      };
};

const drawn: Writer = ({ view: { q, draws }, draw }) => {
  const e = draws.noise[draw];
  if ('theta' in q) {
    const isHeads = e > 1 - q.theta;
    return {
      sentence: `The coin shows ${isHeads ? 'heads' : 'tails'}, as *u* lies ${isHeads ? 'above' : 'below'} 1 − θ. A small change of θ changes nothing at this draw: no path leads from θ to *z*.`,
      tex: lines(String.raw`z &= [\,u > 1 - \theta\,] = ${isHeads ? 1 : 0}`),
      label: 'z is 1 where u is above 1 minus theta.',
    };
  }
  return {
    sentence:
      'Shifted by the mean and scaled by the standard deviation, the noise becomes *x*, a draw of q.',
    tex: lines(
      String.raw`x &= \mu + \sigma \varepsilon`,
      String.raw`&= ${number(q.mean)} + ${number(q.sd)} \cdot ${factor(e)} = ${number(draws.places[draw])}`,
    ),
    label: 'x is the mean plus the standard deviation times epsilon.',
  };
};

const value: Writer = ({ view: { q, draws, dimension }, draw }) => {
  const variable = 'theta' in q ? 'z' : 'x';
  const others = dimension > 1 ? ` The other ${dimension - 1} coordinates are part of it.` : '';
  return {
    sentence: `Both estimators use *f* at this draw. The score function uses its height, reparameterisation its slope.${others}`,
    tex: lines(
      `f &= ${number(draws.values[draw])}`,
      `f'(${variable}) &= ${number(draws.slopes[draw])}`,
    ),
    label: 'The value of f and its derivative at the draw.',
  };
};

const score: Writer = (look) => {
  const { view, draw } = look;
  const { draws, parameter } = view;
  const tex = PARAMETER_TEX[parameter];
  const s = draws.scores[draw];
  return {
    sentence: `The score says how *log q* of this draw changes with ${PARAMETER_NAMES[parameter]}. Times *f* it is the estimate: ascent makes draws with a large *f* more probable.`,
    tex: lines(
      String.raw`s &= \partial_{${tex}} \log q = ${number(s)}`,
      String.raw`f \cdot s &= ${number(draws.values[draw])} \cdot ${factor(s)} = ${number(estimateOf(look, 'score'))}`,
    ),
    label: 'The score s, and f times s.',
  };
};

const baseline: Writer = (look) => {
  const { view, draw } = look;
  const { draws, batch } = view;
  const s = draws.scores[draw];
  const estimate = estimateOf(look, 'leaveOneOut');
  const b = Math.abs(s) < 1e-9 ? Number.NaN : draws.values[draw] - estimate / s;
  return {
    sentence: `Subtract the mean of *f* over the other ${batch - 1} draws of the batch. On average nothing changes, as the score has mean 0; the estimates become smaller.`,
    tex: lines(`b &= ${number(b)}`, String.raw`(f - b) \cdot s &= ${number(estimate)}`),
    label: 'The baseline b, and f minus b, times s.',
  };
};

const path: Writer = (look) => {
  const { view, draw } = look;
  const { draws, parameter, q } = view;
  if ('theta' in q)
    return {
      sentence:
        'Straight-through pretends that *z* is θ and takes the slope of *f* at the coin. It is biased. Enumeration takes *f* at both outcomes and is exact.',
      tex: lines(
        `f'(z) &= ${number(estimateOf(look, 'straightThrough'))}`,
        `f(1) - f(0) &= ${number(estimateOf(look, 'enumeration'))}`,
      ),
      label: 'The slope of f at the coin, and f of 1 minus f of 0.',
    };
  const tex = PARAMETER_TEX[parameter];
  const hasDirect = view.estimates.some(({ id }) => id === 'sticking');
  const whole = estimateOf(look, 'pathwise');
  const along = draws.slopes[draw] * draws.paths[draw];
  return {
    sentence: hasDirect
      ? 'Hold the noise and move the parameter: *x* moves, and *f* with it. As *f* contains −log q, it also changes directly, by minus the score. Sticking the landing leaves that part out.'
      : `Hold the noise and move ${PARAMETER_NAMES[parameter]}: *x* moves, and *f* with it. The estimate is the slope of *f* times how far *x* moves.`,
    tex: lines(
      String.raw`f'(x) \cdot \partial_{${tex}} x &= ${number(draws.slopes[draw])} \cdot ${factor(draws.paths[draw])} = ${number(along)}`,
      ...(hasDirect ? [String.raw`f'(x) \cdot \partial_{${tex}} x - s &= ${number(whole)}`] : []),
    ),
    label: 'The slope of f times the derivative of x.',
  };
};

const average: Writer = ({ view }) => {
  const of = (id: string) => view.estimates.find((estimates) => estimates.id === id);
  const second = 'theta' in view.q ? 'straightThrough' : 'pathwise';
  const [first, other] = [of('score'), of(second)];
  const isBiased = other && Math.abs(other.exactMean - view.gradient) > 1e-6;
  return {
    sentence: isBiased
      ? `Over ${view.count.toLocaleString('en-US')} draws the score function comes to the gradient; the other estimate does not.`
      : `Over ${view.count.toLocaleString('en-US')} draws both come to the same gradient. They differ in their spread: standard deviations ${formatFixed(Math.sqrt(first?.exactVariance ?? 0), 2)} and ${formatFixed(Math.sqrt(other?.exactVariance ?? 0), 2)}.`,
    tex: lines(
      String.raw`\text{score function} &: ${number(first?.mean ?? 0)} \pm ${number(first?.meanError ?? 0)}`,
      String.raw`\text{${'theta' in view.q ? 'straight-through' : 'reparameterisation'}} &: ${number(other?.mean ?? 0)} \pm ${number(other?.meanError ?? 0)}`,
      String.raw`\text{exact} &: ${number(view.gradient)}`,
    ),
    label: 'Averages of both estimators with standard errors, and the exact gradient.',
  };
};

const writers: Readonly<Record<DrawStage, Writer>> = {
  noise,
  draw: drawn,
  value,
  score,
  baseline,
  path,
  average,
};

export const describeFrame = (look: DrawLook, stage: DrawStage): FrameText => writers[stage](look);
