/** What the update of a node would do, message by message. */
import {
  type NetworkMeanField,
  networkBound,
  updateNode,
} from '../../../../inference/variational/network/meanField.ts';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import type { NetworkTargetState } from './target.ts';

/**
 * @param field q as it is; it is not changed
 * @param index of a hidden node
 * @param elbo of `field`, in nats
 */
export function inspectUpdate(
  { network, nodes }: NetworkTargetState,
  field: NetworkMeanField,
  index: number,
  elbo: number,
): NodeUpdate {
  const updated = { ...field, marginals: field.marginals.slice() };
  updateNode(updated, index);
  const K = network.states[index];
  const ids = (indices: Iterable<number>) => Array.from(indices, (i) => nodes[i].id);
  const owners = [index, ...network.children[index]];
  const family = new Set([...network.parents[index], ...network.children[index]]);
  const of = ({ marginals }: NetworkMeanField) =>
    Array.from(marginals.subarray(network.offsets[index], network.offsets[index + 1]));
  return {
    node: nodes[index].id,
    parents: ids(network.parents[index]),
    children: ids(network.children[index]),
    coParents: ids(network.blankets[index].filter((i) => !family.has(i))),
    messages: owners.map((owner, m) => ({
      owner: nodes[owner].id,
      log: Array.from({ length: K }, (_, s) =>
        updated.forbidden[m * K + s] > 0 ? null : updated.messages[m * K + s],
      ),
    })),
    elboBefore: finite(elbo),
    elboAfter: finite(networkBound(updated).elbo),
    before: of(field),
    after: of(updated),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
