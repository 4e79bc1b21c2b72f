/** What is said of edits to screen readers. */

import { formatFixed } from '../../../../ui/numbers.ts';
import { inputEndInWords } from '../../../shared/data/inputEnd.ts';
import type { SvaeLdsEdit } from '../../edits.ts';

/** An edit that has just been made, as a sentence without its full stop. Counts from 1. */
export function editInWords(edit: SvaeLdsEdit): string {
  switch (edit.kind) {
    case 'scaleTransitionColumn':
      return `Column ${edit.column + 1} times ${formatFixed(edit.factor, 2)}`;
    case 'setTransitionEntry':
      return `Entry in row ${edit.row + 1}, column ${edit.column + 1} is ${formatFixed(edit.value, 2)}`;
    case 'turnEigenvalue':
      return `Pair ${edit.pair + 1} turns ${formatFixed(edit.angleFactor, 2)} times as fast, radius times ${formatFixed(edit.radiusFactor, 3)}`;
    case 'scaleLatent':
      return `Latent ${edit.latent + 1} times ${formatFixed(edit.factor, 2)}`;
    case 'shiftLatents':
      return `All latents shifted by ${formatFixed(edit.amount, 2)}`;
    case 'setInputEnd':
      return inputEndInWords(edit);
  }
}

/** Says that turns wait for pairs that are not there; pairs counted from 0, at least one. */
export function absentInWords(pairs: readonly number[]): string {
  const numbers = pairs.map((pair) => pair + 1).join(' and ');
  return pairs.length === 1
    ? `Pair ${numbers} does not exist at present: its edit has no effect until it does.`
    : `Pairs ${numbers} do not exist at present: their edits have no effect until they do.`;
}
