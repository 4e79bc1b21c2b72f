/** Two spins x1, x2 = -1 or 1 with p proportional to exp(J x1 x2), as a network with evidence. */
import type { NetworkNode } from './network.ts';

/**
 * Both spins are free parents of a node "agree" with p(yes | x1, x2) = exp(J x1 x2 - |J|). Given
 * agree = yes the posterior of the spins is theirs.
 *
 * @param coupling J
 * @returns the nodes, the evidence on them, and log Z of the spins minus the log evidence
 */
export function spinNetwork(coupling: number): {
  readonly nodes: readonly NetworkNode[];
  readonly evidence: readonly number[];
  readonly offset: number;
} {
  const strength = Math.abs(coupling);
  const [same, other] = [coupling, -coupling].map((energy) => Math.exp(energy - strength));
  const spin = (name: string): NetworkNode => ({
    name,
    states: ['−1', '+1'],
    parents: [],
    table: [0.5, 0.5],
  });
  const rows = [same, other, other, same].flatMap((yes) => [1 - yes, yes]);
  const agree = { name: 'agree', states: ['no', 'yes'], parents: [0, 1], table: rows };
  return {
    nodes: [spin('x₁'), spin('x₂'), agree],
    evidence: [-1, -1, 1],
    offset: strength + 2 * Math.LN2,
  };
}
