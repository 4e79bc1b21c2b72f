/** What the edits in force say about each part that can be changed. */

import { NO_TURN, type Turn } from '../../../../plots/dial/eigenvalues.ts';
import type { SvaeLdsEdit } from '../../edits.ts';

type Edits = readonly SvaeLdsEdit[];

/** Factor of each of d columns. */
export function columnFactorsOf(edits: Edits, dimension: number): Float64Array {
  const factors = new Float64Array(dimension).fill(1);
  for (const edit of edits) {
    if (edit.kind === 'scaleTransitionColumn' && edit.column < dimension)
      factors[edit.column] = edit.factor;
  }
  return factors;
}

/** Indices row * d + column of the entries set by hand. */
export function editedEntriesOf(edits: Edits, dimension: number): ReadonlySet<number> {
  const entries = edits.flatMap((edit) =>
    edit.kind === 'setTransitionEntry' ? [edit.row * dimension + edit.column] : [],
  );
  return new Set(entries);
}

/** The turn of a complex pair, counted as edits count them. */
export function turnOf(edits: Edits, pair: number): Turn {
  const edit = edits.find((other) => other.kind === 'turnEigenvalue' && other.pair === pair);
  return edit?.kind === 'turnEigenvalue' ? edit : NO_TURN;
}
