/** Edits of the lab: what the target is made of, and where q is placed. */
import * as v from 'valibot';
import type { SettingsChange } from '../lab.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';
import { isOfNetwork, type NetworkEdit, networkEditSchemas } from './networkEdits.ts';
import { isOfTarget, type PlaneEdit, planeEditSchemas } from './planeEdits.ts';

export type MeanFieldEdit = PlaneEdit | NetworkEdit;

const schema = v.variant('kind', [...planeEditSchemas, ...networkEditSchemas]);

export const parseMeanFieldEdit = editParser(schema);

export const { withEdit: withMeanFieldEdit } = replacing<MeanFieldEdit>({
  setNetwork: ['target'],
  observeNode: ['target', 'node'],
  setFactor: ['node'],
});

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
