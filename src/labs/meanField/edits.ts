/** Edits of the lab: what the target is made of, and where q is placed. */
import * as v from 'valibot';
import type { SettingsChange } from '../lab.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import {
  isOfNetwork,
  type NetworkEdit,
  networkEditSchemas,
  networkEditTarget,
} from './networkEdits.ts';
import { isOfTarget, type PlaneEdit, planeEditSchemas } from './planeEdits.ts';

export type MeanFieldEdit = PlaneEdit | NetworkEdit;

const schema = v.variant('kind', [...planeEditSchemas, ...networkEditSchemas]);

export const parseMeanFieldEdit = editParser(schema);

/** The list with `edit` in force: it takes the place of an earlier one of the same thing. */
export function withMeanFieldEdit(
  edits: readonly MeanFieldEdit[],
  edit: MeanFieldEdit,
): readonly MeanFieldEdit[] {
  const target = networkEditTarget(edit);
  return [...edits.filter((other) => networkEditTarget(other) !== target), edit];
}

/** What is approximated, not where q is. */
export const isAboutTarget = (edit: MeanFieldEdit): boolean =>
  isOfTarget(edit) || isOfNetwork(edit);

/**
 * What is approximated stays when q starts again; the nodes chosen on the way do not, but updates go
 * on from them.
 *
 * @param change given where another run takes the place of this one
 */
export const outlivesQ = (edit: MeanFieldEdit, change?: SettingsChange): boolean =>
  isAboutTarget(edit) || (edit.kind === 'chooseNodes' && change === undefined);
