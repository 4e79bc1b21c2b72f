/** What models say of data, in the units of the data, as nested plain arrays for scripts. */
import { covarianceInOwnUnits, inOwnUnits } from '../../../datasets/columnUnits.ts';
import { type Dataset, observations } from '../../../datasets/dataset.ts';
import { inRows } from './inRows.ts';

/** The rows themselves, N of D numbers. */
export const observedRows = (dataset: Dataset): number[][] =>
  inRows(observations(dataset), dataset.dimension);

/** Rows of the same columns that a model came up with. */
export const ownRows = ({ units, dimension }: Dataset, values: ArrayLike<number>): number[][] =>
  inRows(inOwnUnits(units, values), dimension);

/** A Gaussian of the data space: mean of D numbers, covariance D x D. */
export const ownGaussian = (
  { units, dimension }: Dataset,
  {
    mean,
    covariance,
  }: { readonly mean: readonly number[]; readonly covariance: readonly number[] },
) => ({
  mean: inOwnUnits(units, mean),
  covariance: inRows(covarianceInOwnUnits(units, covariance), dimension),
});
