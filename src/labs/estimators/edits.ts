/** The edit of this lab: a formula for f, typed by the user. */
import * as v from 'valibot';
import {
  FORMULA_FUNCTIONS,
  type Formula,
  MOST_FORMULA_CHARACTERS,
  parseFormula,
} from '../../math/formula.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';

const schema = v.strictObject({
  kind: v.literal('setFormula'),
  text: v.pipe(
    v.string('the formula must be text'),
    v.maxLength(
      MOST_FORMULA_CHARACTERS,
      `the formula must have at most ${MOST_FORMULA_CHARACTERS} characters`,
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        formulaOf(dataset.value);
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
      }
    }),
  ),
});

/** setFormula: f, while the setting `f` is "own". */
export type EstimatorsEdit = v.InferOutput<typeof schema>;

export const parseEstimatorsEdit = editParser(schema);

export const { withEdit: withEstimatorsEdit } = replacing<EstimatorsEdit>({});

/** What a field for formulas takes. */
export const FORMULA_FIELD = {
  characters: MOST_FORMULA_CHARACTERS,
  help: `Write x, numbers, + − * / ^, brackets, pi, e, and ${FORMULA_FUNCTIONS.join(', ')}. Enter applies the formula, Escape cancels.`,
} as const;

/** f before the user has typed one. */
export const FIRST_FORMULA = 'sin(3x) - x^2/4';

/** Draws and integrals stay within this distance of 0; a formula must be finite on a raster over it. */
const REACH = 34;
const RASTER = 1360;

/**
 * A formula that is finite wherever q can draw.
 *
 * @throws Error that says what is wrong with it
 */
export function formulaOf(text: string): Formula {
  const formula = parseFormula(text);
  for (let i = 0; i <= 2 * RASTER; i++) {
    const x = ((i - RASTER) / RASTER) * REACH;
    const value = formula.value(x);
    if (!(Math.abs(value) < 1e100))
      throw new Error(
        `the formula is ${value} at x = ${Number(x.toFixed(3))}; it must be finite from −${REACH} to ${REACH}`,
      );
  }
  return formula;
}
