import type { Climb } from './climb.ts';

/** What Theorem 16 can be checked of: all of it, k-means with its hard q, or the bound alone. */
export type AscentKind = 'soft' | 'hard' | 'bayesian';

/** The theorem, checked live, as one or two sentences. */
export function ascentInWords(
  kind: AscentKind,
  {
    halfSteps,
    falls,
    boundFalls,
    converged,
  }: Pick<Climb, 'halfSteps' | 'falls' | 'boundFalls' | 'converged'>,
): string {
  if (halfSteps === 0) return EXPECTED[kind];
  const rest = converged ? ' It has converged.' : '';
  const length = `in ${counted(halfSteps, 'half-step')}`;
  switch (kind) {
    case 'soft':
      return `Theorem 16, checked: the log-likelihood has ${times(falls)} ${length}.${rest}`;
    case 'hard':
      return `Since points are assigned hard, the free energy has ${times(boundFalls)} ${length}; the log-likelihood ${falls === 0 ? 'neither' : `has ${times(falls)}`}. A hard q is no posterior: the gap stays open.${rest}`;
    case 'bayesian':
      return `The bound has ${times(boundFalls)} ${length}. The evidence itself is not known.${rest}`;
  }
}

const EXPECTED: Readonly<Record<AscentKind, string>> = {
  soft: 'Theorem 16 says: the log-likelihood never falls. It is checked from the first step on.',
  hard: 'k-means raises the free energy under a hard q. It is checked once points are assigned hard.',
  bayesian: 'The bound never falls. It is checked from the first step on.',
};

const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

function times(falls: number): string {
  if (falls === 0) return 'not fallen';
  return falls === 1 ? 'fallen once' : `fallen ${falls.toLocaleString('en-US')} times`;
}
