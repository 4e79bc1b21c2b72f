/** Edits of a hidden Markov model: plain data laid over what was learned. Counted from 0. */
import * as v from 'valibot';
import { type ColumnUnits, fromOwn } from '../../datasets/columnUnits.ts';
import { countedFromZero, numberWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';

/** In model units, where a series lies between about 0 and 1. */
const FARTHEST = 1e4;

const schema = v.strictObject({
  kind: v.literal('moveState', 'the only edit of these states is "moveState"'),
  state: countedFromZero('state'),
  mean: numberWithin(-FARTHEST, FARTHEST, 'the mean'),
});

/** moveState: the mean of a state goes to `mean`; its spread and its transitions go along. */
export type HmmEdit = v.InferOutput<typeof schema>;

export const parseHmmEdit = editParser(schema);

/** An edit whose mean is in the units of the data, as the model takes it; what is none stays as it is. */
export function hmmEditFromOwn(edit: unknown, units: ColumnUnits): unknown {
  const mean = (edit as Partial<HmmEdit> | null)?.mean;
  if (typeof mean !== 'number' || units.length !== 1) return edit;
  return { ...(edit as HmmEdit), mean: fromOwn(units[0], mean) };
}

export const { withEdit: withHmmEdit } = replacing<HmmEdit>({ moveState: ['state'] });
