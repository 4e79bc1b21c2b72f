/** Figures of the lab in words. */
import { formatDigits, formatFixed } from '../../../ui/numbers.ts';
import { LARGEST } from '../infinities.ts';
import type {
  Areas,
  Direction,
  DivergenceFigures,
  DivergencesSnapshot,
  JensenView,
  Uncovered,
} from '../snapshot.ts';

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

/** "χ²(p‖q)" */
const CHI_NAMES: typeof NAMES = { forward: 'χ²(p‖q)', reverse: 'χ²(q‖p)', alpha: 'χ²(p‖q)' };

/** What is drawn as an area, or term by term, in the place of a divergence that is fitted by. */
export function drawnOf<Fitted extends Direction>(areas: Areas, direction: Fitted): Drawn<Fitted> {
  if (areas === 'kl') return { name: NAMES[direction], figure: direction };
  const figure = direction === 'reverse' ? 'chiReverse' : 'chiForward';
  return { name: CHI_NAMES[direction], figure };
}

interface Drawn<Fitted extends Direction> {
  readonly name: string;
  /** Its name among the figures. */
  readonly figure: Fitted | 'chiForward' | 'chiReverse';
}

/** "0.7236", "∞" */
export const nats = (value: number): string => formatFixed(value, Math.abs(value) < 10 ? 4 : 2);

/** Chi-squared may be very large: "3,858", "1.21e11", "> 1e29" */
export function sizeOf(value: number): string {
  if (value >= LARGEST && value < Infinity) return '> 1e29';
  return value >= 1000 && value < Infinity ? formatDigits(value) : nats(value);
}

/** What the divergences are now, said at the end of a gesture. */
export function figuresInWords(snapshot: DivergencesSnapshot | null): string {
  if (!snapshot) return '';
  if (snapshot.part === 'jensen') return `The gap is ${nats(snapshot.gap)}.`;
  if (snapshot.part === 'identity' && snapshot.split) {
    const { elbo, kl } = snapshot.split;
    return `ELBO ${nats(elbo)}, KL(q‖p) ${nats(kl)}.`;
  }
  if (snapshot.part === 'densities' || snapshot.part === 'bars') {
    const figures = snapshot.part === 'bars' ? snapshot.figures : snapshot.fits[0].figures;
    const [forward, reverse] = (['forward', 'reverse'] as const).map((direction) => {
      const { name, figure } = drawnOf(snapshot.areas, direction);
      return `${name} ${sizeOf(figures[figure])}`;
    });
    return `${forward}, ${reverse}${snapshot.areas === 'kl' ? ' nats' : ''}.`;
  }
  const { forward, reverse } =
    snapshot.part === 'plane' ? snapshot.fits[0] : snapshot.fits[0].figures;
  return `KL(p‖q) ${nats(forward)}, KL(q‖p) ${nats(reverse)} nats.`;
}

/** Why a divergence is infinite. */
export function infiniteInWords(
  figure: Drawn<Direction>['figure'],
  { outsideP, outsideQ }: DivergenceFigures,
): string {
  const of = figure === 'forward' || figure === 'chiForward' ? 'p' : 'q';
  const gap = of === 'p' ? outsideQ : outsideP;
  if (gap) return uncoveredInWords(of, gap);
  const other = of === 'p' ? 'q' : 'p';
  return `${of}²/${other} grows without end: the tails of ${other} are too thin for those of ${of}.`;
}

/** "p has mass 0.03 where q is zero: below −2." */
function uncoveredInWords(what: 'p' | 'q', { from, to, mass }: Uncovered): string {
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
