/** Figures of a network for scripts and the command line, exact and approximate side by side. */
import type {
  NetworkBound,
  NetworkMeanField,
} from '../../../../inference/variational/network/meanField.ts';
import type { Network } from '../../../../inference/variational/network/network.ts';
import type { Marginals } from '../../networkSnapshot.ts';
import type { NetworkTargetState } from './target.ts';

/** @param flat one number per state, from `network.offsets` */
export const marginalsOf = (
  { size, offsets }: Network,
  flat: Float64Array,
): readonly (readonly number[])[] =>
  Array.from({ length: size }, (_, i) => Array.from(flat.subarray(offsets[i], offsets[i + 1])));

export function networkFigures(
  { nodes, network, exact }: NetworkTargetState,
  field: NetworkMeanField,
  { elbo }: NetworkBound,
  gibbs: { readonly marginals: Marginals },
  sweeps: number,
) {
  const named = (marginals: Marginals) =>
    Object.fromEntries(
      nodes.map(({ name, states }, i) => [
        name,
        Object.fromEntries(states.map((state, s) => [state, marginals[i][s]])),
      ]),
    );
  const truth = exact && marginalsOf(network, exact.marginals);
  const q = marginalsOf(network, field.marginals);
  const logEvidence = exact?.logEvidence ?? null;
  return {
    elbo,
    logEvidence,
    gap: logEvidence === null ? null : logEvidence - elbo,
    gibbsSweeps: sweeps,
    largestErrors: truth && {
      meanField: largestError(truth, q),
      gibbs: largestError(truth, gibbs.marginals),
    },
    ...(truth && { exact: named(truth) }),
    meanField: named(q),
    gibbs: named(gibbs.marginals),
  };
}

/** Largest total variation distance of two marginals of the same node. */
const largestError = (exact: Marginals, other: Marginals): number =>
  Math.max(
    ...exact.map((marginal, i) =>
      marginal.reduce((sum, p, s) => sum + Math.abs(p - other[i][s]) / 2, 0),
    ),
  );
