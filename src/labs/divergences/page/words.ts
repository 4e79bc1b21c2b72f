/** Figures of the lab in words. */
import { formatFixed } from '../../../ui/numbers.ts';
import type { Direction, DivergencesSnapshot, JensenView, Uncovered } from '../snapshot.ts';

/** "KL(p‖q)" */
export const NAMES: Readonly<Record<Direction, string>> = {
  forward: 'KL(p‖q)',
  reverse: 'KL(q‖p)',
  alpha: 'Dα(p‖q)',
};

const KEPT = {
  densities: 'density of q',
  identity: 'density of q',
  bars: 'probability under q',
  plane: 'variance of q',
} as const;

/** What is drawn of a run that is kept: in a part of it, or under a convex function, of its own kind alone. */
export const keptCurveOf = (
  view:
    | { readonly part: keyof typeof KEPT }
    | { readonly part: 'jensen'; readonly convex: JensenView['convex'] },
): string => (view.part === 'jensen' ? `gap of ${view.convex}` : KEPT[view.part]);

/** "0.7236", "∞" */
export const nats = (value: number): string => formatFixed(value, Math.abs(value) < 10 ? 4 : 2);

/** What the divergences are now, said at the end of a gesture. */
export function figuresInWords(snapshot: DivergencesSnapshot | null): string {
  if (!snapshot) return '';
  if (snapshot.part === 'jensen') return `The gap is ${nats(snapshot.gap)}.`;
  if (snapshot.part === 'identity' && snapshot.split) {
    const { elbo, kl } = snapshot.split;
    return `ELBO ${nats(elbo)}, KL(q‖p) ${nats(kl)}.`;
  }
  const { forward, reverse } =
    snapshot.part === 'bars'
      ? snapshot.figures
      : snapshot.part === 'plane'
        ? snapshot.fits[0]
        : snapshot.fits[0].figures;
  return `KL(p‖q) ${nats(forward)}, KL(q‖p) ${nats(reverse)} nats.`;
}

/** "p has mass 0.03 where q is zero: below −2." */
export function uncoveredInWords(what: 'p' | 'q', { from, to, mass }: Uncovered): string {
  const other = what === 'p' ? 'q' : 'p';
  const where =
    from === -Infinity
      ? `below ${formatFixed(to, 2)}`
      : to === Infinity
        ? `above ${formatFixed(from, 2)}`
        : `between ${formatFixed(from, 2)} and ${formatFixed(to, 2)}`;
  const share = mass < 0.001 ? 'some mass' : `mass ${formatFixed(mass, 3)}`;
  return `${what} has ${share} ${where}, where ${other} is zero.`;
}
