/** Edits of the lab: where q is placed, and what the target is made of. */
import * as v from 'valibot';
import { editRefusal } from '../shared/data/editRefusal.ts';
import { type PlaneEdit, planeEditSchemas } from './planeEdits.ts';

export type MeanFieldEdit = PlaneEdit;

const schema = v.variant('kind', [...planeEditSchemas]);

/** Checks an edit from a link, a file or a script. Throws an Error that names the bad value. */
export function parseMeanFieldEdit(edit: unknown): MeanFieldEdit {
  const result = v.safeParse(schema, edit);
  if (result.success) return result.output;
  throw editRefusal(result.issues[0], edit);
}

/** The list with `edit` in force: it replaces an earlier one of its kind. */
export const withMeanFieldEdit = (
  edits: readonly MeanFieldEdit[],
  edit: MeanFieldEdit,
): readonly MeanFieldEdit[] => [...edits.filter(({ kind }) => kind !== edit.kind), edit];
