import type { ParseEntry } from '../../../../plots/matrix/MatrixCells.tsx';
import { LARGEST_ENTRY } from '../../edits.ts';

/** A number typed into the matrix, with a decimal point or comma. */
export const parseEntry: ParseEntry = (text) => {
  const value = Number(text.trim().replace('−', '-').replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value))
    return { ok: false, message: `“${text}” is not a number. Type a number such as 0.5.` };
  if (Math.abs(value) > LARGEST_ENTRY)
    return { ok: false, message: `${text} is too large; entries go up to ±${LARGEST_ENTRY}.` };
  return { ok: true, value };
};
