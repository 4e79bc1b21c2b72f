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

/** The stable fixed point of mean field on two spins, with the exact log Z beside it. */
export interface SpinFixedPoint {
  /** |E x_i| = m with m = tanh(|J| m); 0 up to |J| = 1, where symmetry breaks. */
  readonly magnetisation: number;
  /** |J| m^2 + entropies, in nats. */
  readonly elbo: number;
  /** log (2 exp(J) + 2 exp(-J)) */
  readonly logZ: number;
}

export function spinFixedPoint(coupling: number): SpinFixedPoint {
  const strength = Math.abs(coupling);
  const magnetisation = strength > 1 ? solveMagnetisation(strength) : 0;
  let elbo = strength * magnetisation ** 2;
  for (const share of [(1 + magnetisation) / 2, (1 - magnetisation) / 2])
    if (share > 0) elbo -= 2 * share * Math.log(share);
  return { magnetisation, elbo, logZ: strength + Math.log1p(Math.exp(-2 * strength)) + Math.LN2 };
}

/** The positive root of tanh(J m) - m for J > 1, between its largest value and 1. */
function solveMagnetisation(strength: number): number {
  let low = Math.sqrt(1 - 1 / strength) / strength;
  let high = 1;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (Math.tanh(strength * middle) > middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
