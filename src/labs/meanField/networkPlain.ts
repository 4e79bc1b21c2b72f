import type { NetworkSnapshot } from './networkSnapshot.ts';

/** Infinite numbers are words in plain data. */
const INFINITE = '-infinite';

/** A network with its marginals by the names of nodes, for scripts, tests and exports. */
export function plainNetworkSnapshot(snapshot: NetworkSnapshot) {
  const { nodes, evidence, exact, q, gibbs, elbo, entropy, course } = snapshot;
  const nameOf = (id: number | null) => nodes.find((node) => node.id === id)?.name ?? null;
  return {
    nodes: nodes.map(({ id, name, states, parents, table }, i) => ({
      ...{ id, name, states, parents, table },
      evidence: evidence[i],
      exact: exact?.marginals[i] ?? null,
      meanField: q[i],
      gibbs: gibbs.marginals[i],
      gibbsDraws: gibbs.draws[i],
    })),
    ...{ elbo: elbo ?? INFINITE, entropy },
    logEvidence: exact?.logEvidence ?? null,
    next: nameOf(snapshot.next),
    course: {
      ...course,
      factor: course.factor.map(nameOf),
      elbo: course.elbo.map((bound) => bound ?? INFINITE),
    },
  };
}
