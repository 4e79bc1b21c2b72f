/**
 * The search heads for as many clusters as shapes were counted in the data, and rests there. The bound alone
 * prefers pieces of some bent shapes, and one cluster for blobs that overlap, by up to about a tenth of a nat.
 */
import type { Proposal } from '../../../../svae/graphicalModel.ts';

/** What a cluster beyond the number of shapes costs, and one too few, in nats per point. */
const EXTRA = 0.02;
const MISSING = 0.06;
/** So much more, at least, must pieces bring to replace joined shapes that are as many as counted. */
const WHOLE = 0.2;
const AIM = 'the number of shapes counted';
const RESTS =
  'There are as many clusters as shapes were counted: from here only a clear gain changes that.';

export interface ClusterProposal extends Proposal {
  /** Clusters in use after the change. */
  readonly left: number;
}

/**
 * The proposals with what the count says of them, without those that it leaves no chance.
 *
 * @param used clusters in use
 * @param shapes counted in the data
 */
export function towardsShapes(
  proposals: readonly ClusterProposal[],
  used: number,
  shapes: number,
): readonly ClusterProposal[] {
  const price = (clusters: number) =>
    clusters > shapes ? EXTRA * (clusters - shapes) : MISSING * (shapes - clusters);
  return proposals.flatMap((proposal) => {
    const { left, bold, expectedGain } = proposal;
    const nats = bold && left === shapes ? WHOLE : price(used) - price(left);
    // At the number of shapes or below, what leads away must pay at once; pieces of a shape always would.
    const leavesShapes = used <= shapes && nats < 0;
    if (leavesShapes && (left > used || expectedGain + nats <= 0)) return [];
    const credit = nats === 0 ? null : { nats, aim: AIM };
    const arrives = left === shapes && used !== shapes;
    return [{ ...proposal, ...(credit && { credit }), ...(arrives && { afterwards: RESTS }) }];
  });
}
