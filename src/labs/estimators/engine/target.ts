/** q and f, as the settings and the typed formula say. */
import {
  bump,
  cosine,
  elbo,
  type Integrand,
  negated,
  quadratic,
  step,
  typed,
} from '../../../inference/estimators/integrands.ts';
import { type EstimatorsEdit, FIRST_FORMULA, formulaOf } from '../edits.ts';
import type { Parameter } from '../names.ts';
import type { EstimatorsSettings } from '../settings.ts';
import type { Place } from '../snapshot.ts';

export interface Target {
  readonly f: Integrand;
  /** f in words, with its numbers. */
  readonly name: string;
  /** The typed formula, or the one that is offered first. */
  readonly formula: string;
  readonly hasJumps: boolean;
}

/** "2", "−0.5" */
const written = (value: number): string =>
  String(Number(Math.abs(value).toFixed(2))).replace(/^/, value < 0 ? '−' : '');

/** "5x", "x" */
const multiple = (by: number, name: string): string =>
  Math.abs(by) === 1 ? `${by < 0 ? '−' : ''}${name}` : `${written(by)}${name}`;

/** "x − 2", "x + 0.5", "x" */
const shifted = (name: string, by: number): string =>
  by === 0 ? name : `${name} ${by < 0 ? '+' : '−'} ${written(Math.abs(by))}`;

export function targetOf(settings: EstimatorsSettings, edits: readonly EstimatorsEdit[]): Target {
  const formula = edits.at(-1)?.text ?? FIRST_FORMULA;
  const { f, name } = functionOf(settings, formula);
  return { f, name, formula, hasJumps: f.hasJumps };
}

function functionOf(
  { q, f, k, c }: EstimatorsSettings,
  formula: string,
): { readonly f: Integrand; readonly name: string } {
  if (q === 'coin') return { f: quadratic(c), name: `(${shifted('z', c)})²` };
  switch (f) {
    case 'quadratic':
      return { f: negated(quadratic(k)), name: `−(${shifted('x', k)})²` };
    case 'cosine':
      return { f: cosine(k), name: `cos ${multiple(k, 'x')}` };
    case 'bump':
      return { f: bump(Math.abs(k)), name: `exp(−${multiple(Math.abs(k), 'x²')})` };
    case 'step':
      return { f: step(k), name: `1 where x > ${written(k)}, else 0` };
    case 'elbo':
      return { f: elbo(k, 1), name: 'log p(x) − log q(x)' };
    case 'own':
      return { f: typed(formulaOf(formula)), name: formula };
  }
}

export const placeOf = ({ q, mean, sd, theta, temperature }: EstimatorsSettings): Place =>
  q === 'coin' ? { theta, temperature } : { mean, sd };

/** What the gradient of the draws is with respect to. */
export const parameterOf = ({ q, parameter }: EstimatorsSettings): Parameter =>
  q === 'coin' ? 'theta' : parameter;

/** All that a race moves. */
export const parametersOf = ({ q }: Pick<EstimatorsSettings, 'q'>): readonly Parameter[] =>
  q === 'coin' ? ['theta'] : ['mean', 'sd'];
