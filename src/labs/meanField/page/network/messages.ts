/** Messages of an update as they are written on the arrows. */
import { formatFixed } from '../../../../ui/numbers.ts';
import type { NodeMessage, NodeUpdate } from '../../networkSnapshot.ts';

/** What a node of the Markov blanket is to the node that is updated. */
export type Role = 'updated' | 'parent' | 'child' | 'co-parent';

export function roleIn(update: NodeUpdate, node: number): Role | null {
  if (node === update.node) return 'updated';
  if (update.parents.includes(node)) return 'parent';
  if (update.children.includes(node)) return 'child';
  return update.coParents.includes(node) ? 'co-parent' : null;
}

/**
 * With two states the log-odds of the second one, "+1.25": those of all messages add up to those of
 * q. With more, a number for each state, the largest of them 0.
 */
export function messageText({ log }: Pick<NodeMessage, 'log'>): string {
  if (log.length === 2) {
    const [first, second] = log;
    if (first === null) return second === null ? '0' : '+∞';
    return second === null ? '−∞' : signed(second - first);
  }
  const most = Math.max(...log.map((value) => value ?? -Infinity));
  return log.map((value) => (value === null ? '−∞' : formatFixed(value - most, 1))).join(', ');
}

/** The log-odds of q, or q itself where it has more states than two. */
export function sumText(q: readonly number[]): string {
  if (q.length !== 2) return q.map((share) => formatFixed(share, 2)).join(', ');
  if (q[0] === 0 || q[1] === 0) return q[0] === 0 ? '+∞' : '−∞';
  return signed(Math.log(q[1] / q[0]));
}

function signed(value: number): string {
  const text = formatFixed(value, 2);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The update in a sentence, for screen readers and below the network. */
export function updateInWords(update: NodeUpdate, nameOf: (node: number) => string): string {
  const [own, ...fromChildren] = update.messages;
  const table = update.parents.length > 0 ? 'its own table given its parents' : 'its own table';
  const parts = [
    `${messageText(own)} from ${table}`,
    ...fromChildren.map((message) => `${messageText(message)} from ${nameOf(message.owner)}`),
  ];
  const odds =
    update.after.length === 2 ? `log-odds ${sumText(update.after)}` : sumText(update.after);
  return `Update of ${nameOf(update.node)}: ${parts.join(', ')} gives ${odds}.`;
}
