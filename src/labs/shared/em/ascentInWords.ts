import type { Ascent } from './ascent.ts';

/** What never falls: the log-likelihood; with hard assignments, or with priors, the ELBO alone. */
export type AscentKind = 'soft' | 'hard' | 'bayesian';

/** How often it has fallen, as one or two sentences. */
export function ascentInWords(
  kind: AscentKind,
  {
    halfSteps,
    falls,
    boundFalls,
    converged,
  }: Pick<Ascent, 'halfSteps' | 'falls' | 'boundFalls' | 'converged'>,
): string {
  if (halfSteps === 0) return EXPECTED[kind];
  const rest = converged ? ' It has converged.' : '';
  const length = counted(halfSteps, 'half-step');
  switch (kind) {
    case 'soft':
      return `${falls === 0 ? 'As EM guarantees, the' : 'The'} log-likelihood has ${times(falls)} (${length}).${rest}`;
    case 'hard':
      return `With hard assignments the ELBO has ${times(boundFalls)} (${length}); the log-likelihood has ${times(falls)}. A hard q is not the posterior, so the gap stays open.${rest}`;
    case 'bayesian':
      return `The ELBO has ${times(boundFalls)} (${length}). With priors the log-likelihood itself is unknown.${rest}`;
  }
}

const EXPECTED: Readonly<Record<AscentKind, string>> = {
  soft: 'EM never lowers the log-likelihood. The check starts with the first half-step.',
  hard: 'With hard assignments k-means never lowers the ELBO. The check starts after the first E-step.',
  bayesian: 'The ELBO never falls. The check starts with the first half-step.',
};

const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

function times(falls: number): string {
  if (falls === 0) return 'never fallen';
  return falls === 1 ? 'fallen once' : `fallen ${falls.toLocaleString('en-US')} times`;
}
