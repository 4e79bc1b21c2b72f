/** Edits of a mixture in data space: plain data laid over what was learned. Counted from 0. */
import * as v from 'valibot';
import { type ColumnUnits, fromOwn } from '../../datasets/columnUnits.ts';
import { countedFromZero, numbersWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';

/** In model units, where data reach out to about 10: farther out nothing can be seen. */
const FARTHEST = 1e4;

const schema = v.strictObject({
  kind: v.literal('moveMean', 'the only edit of these clusters is "moveMean"'),
  cluster: countedFromZero('cluster'),
  mean: numbersWithin(FARTHEST),
});

/**
 * moveMean: the mean of a cluster goes to `mean` (D numbers); its covariance goes along. A cluster
 * that had died gets the weight of one point, or it could not be brought back.
 */
export type EmEdit = v.InferOutput<typeof schema>;

export const parseEmEdit = editParser(schema);

/** An edit whose mean is in the units of the data, as a model takes it; what is none stays as it is. */
export function emEditFromOwn(edit: unknown, units: ColumnUnits): unknown {
  const mean = (edit as Partial<EmEdit> | null)?.mean;
  if (!Array.isArray(mean) || mean.length !== units.length) return edit;
  return { ...(edit as EmEdit), mean: mean.map((value, column) => fromOwn(units[column], value)) };
}

export const { withEdit: withEmEdit } = replacing<EmEdit>({ moveMean: ['cluster'] });
