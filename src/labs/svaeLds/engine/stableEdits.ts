/** The way back for a system that edits have made run away. */
import { eigenvalues, modulus } from '../../../math/eigenvalues.ts';
import { type SvaeLdsEdit, withEdit } from '../edits.ts';
import { type LdsGlobals, withColumnsAndEntries } from './globals.ts';
import type { Rotations } from './rotations.ts';

type Edits = readonly SvaeLdsEdit[];

/** Sizes of the edits that are tried, evenly from all to nothing, before the last is refined. */
const SIZES = 32;
const HALVINGS = 12;
/** Of an eigenvalue that was put on the circle. */
const ROUNDING = 1e-9;

/**
 * The edits with which the largest eigenvalue lies on the unit circle, or where it was learned if
 * that is next to it, and as much as can be is as it was. Pairs that were pushed out go back to the
 * circle. If that is not enough, columns that were raised and entries set by hand go back towards
 * what was learned, by no more than it takes; failing that, all edited columns and entries do.
 * Where what was learned runs away by itself, the whole matrix is scaled.
 *
 * @param natural eta as learned, length P
 * @param nextTo the largest spectral radius that is as good as on the circle, at least 1
 */
export function stableEdits(
  globals: LdsGlobals,
  natural: Float64Array,
  edits: Edits,
  nextTo: number,
): Edits {
  const d = globals.dimension;
  const radiusOf = (matrix: Float64Array) => modulus(eigenvalues(matrix, d)[0]);
  const learned = radiusOf(globals.step(natural).matrix);
  const circle = learned > 1 && learned <= nextTo ? learned : 1;
  const rotations = globals.rotations(natural);
  const turned = edits.map((edit) => withPairWithin(rotations, edit));
  const turns = turned.filter((edit) => !isOfMatrix(edit));
  const base = globals.step(globals.withEdits(natural, turns)).matrix;
  const radiusWith = (tried: Edits) => radiusOf(withColumnsAndEntries(base, d, tried));
  const isWithin = (tried: Edits) => radiusWith(tried) <= circle + ROUNDING;
  if (isWithin(turned)) return turned;
  for (const isReduced of [isRaised, isOfMatrix]) {
    const others = turned.filter((edit) => !isReduced(edit));
    const matrix = withColumnsAndEntries(base, d, others);
    const reduced = (size: number) =>
      size === 0
        ? others
        : turned.map((edit) => (isReduced(edit) ? towards(edit, matrix, size) : edit));
    const size = largestSize((tried) => isWithin(reduced(tried)));
    if (size !== null) return reduced(size);
  }
  return wholeMatrixScaled(d, turned, 1 / radiusWith(turned));
}

/** A pair that lies outside because it was pushed there comes to lie on the circle. */
function withPairWithin({ list }: Rotations, edit: SvaeLdsEdit): SvaeLdsEdit {
  if (edit.kind !== 'turnEigenvalue') return edit;
  const radius = list.at(edit.pair)?.radius ?? 1;
  const furthest = Math.max(1, 1 / radius);
  return { ...edit, radiusFactor: Math.min(edit.radiusFactor, furthest) };
}

const isOfMatrix = ({ kind }: SvaeLdsEdit): boolean =>
  kind === 'scaleTransitionColumn' || kind === 'setTransitionEntry';

const isRaised = (edit: SvaeLdsEdit): boolean =>
  edit.kind === 'scaleTransitionColumn' ? Math.abs(edit.factor) > 1 : isOfMatrix(edit);

/** An edit of part of its size; `matrix` is d x d, as it is without the edit. */
function towards(edit: SvaeLdsEdit, matrix: Float64Array, size: number): SvaeLdsEdit {
  if (edit.kind === 'scaleTransitionColumn')
    return { ...edit, factor: 1 + size * (edit.factor - 1) };
  if (edit.kind !== 'setTransitionEntry') return edit;
  const from = matrix[edit.row * Math.sqrt(matrix.length) + edit.column];
  return { ...edit, value: from + size * (edit.value - from) };
}

/** The largest size in 0..1 that holds, of those tried; null where none does. */
function largestSize(holds: (size: number) => boolean): number | null {
  for (let index = SIZES - 1; index >= 0; index--) {
    let low = index / SIZES;
    if (!holds(low)) continue;
    let high = (index + 1) / SIZES;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      if (holds(middle)) low = middle;
      else high = middle;
    }
    return low;
  }
  return null;
}

/** Columns and entries set by hand alike. */
function wholeMatrixScaled(dimension: number, edits: Edits, scale: number): Edits {
  const factors = new Float64Array(dimension).fill(1);
  for (const edit of edits)
    if (edit.kind === 'scaleTransitionColumn') factors[edit.column] = edit.factor;
  const columns = Array.from(
    factors,
    (factor, column): SvaeLdsEdit => ({
      kind: 'scaleTransitionColumn',
      column,
      factor: scale * factor,
    }),
  );
  const entries = edits.flatMap((edit): SvaeLdsEdit[] =>
    edit.kind === 'setTransitionEntry' ? [{ ...edit, value: scale * edit.value }] : [],
  );
  return [...columns, ...entries].reduce<Edits>(withEdit, edits);
}
