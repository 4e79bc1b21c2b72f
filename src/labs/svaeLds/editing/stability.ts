/** When the system runs away, and the edits that bring it back to the unit circle. */
import { type SvaeLdsEdit, withEdit } from '../../../models/svaeLds/edits.ts';
import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';
import { columnFactorsOf, turnOf } from './editsInForce.ts';

/** Below this nobody would see the growth in the steps shown. */
const GROWS_ABOVE = 1.005;

export const growsWithoutBound = (spectralRadius: number): boolean =>
  !(spectralRadius <= GROWS_ABOVE);

type Shown = Pick<SvaeLdsSnapshot, 'rotations' | 'spectralRadius' | 'latentDimension'>;

/**
 * The edits with which nothing grows any more. Pairs that were pushed out go back to the circle
 * and all else stays; where columns or entries are to blame, the whole matrix is scaled, columns
 * and entries set by hand alike, and its largest eigenvalue comes to lie on the circle.
 */
export function scaledBack(edits: readonly SvaeLdsEdit[], shown: Shown): readonly SvaeLdsEdit[] {
  const { rotations, spectralRadius, latentDimension } = shown;
  if (!Number.isFinite(spectralRadius)) return [];
  const isMatrixEdited = edits.some(
    ({ kind }) => kind === 'scaleTransitionColumn' || kind === 'setTransitionEntry',
  );
  const pushed = rotations.flatMap(({ radius }, pair): SvaeLdsEdit[] => {
    const { angleFactor, radiusFactor } = turnOf(edits, pair);
    const isOutside = radiusFactor > 1 && radius * radiusFactor > 1;
    if (!isOutside) return [];
    const within = Math.max(1, radius) / radius;
    return [{ kind: 'turnEigenvalue', pair, angleFactor, radiusFactor: within }];
  });
  if (pushed.length > 0 && !isMatrixEdited) return pushed.reduce(withEdit, edits);
  const columns = Array.from(
    columnFactorsOf(edits, latentDimension),
    (factor, column): SvaeLdsEdit => ({
      kind: 'scaleTransitionColumn',
      column,
      factor: factor / spectralRadius,
    }),
  );
  const entries = edits.flatMap((edit): SvaeLdsEdit[] =>
    edit.kind === 'setTransitionEntry' ? [{ ...edit, value: edit.value / spectralRadius }] : [],
  );
  return [...columns, ...entries].reduce<readonly SvaeLdsEdit[]>(withEdit, edits);
}
