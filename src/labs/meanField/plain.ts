import { inRows } from '../shared/data/inRows.ts';
import { plain } from '../shared/data/plain.ts';
import type { NetworkSnapshot } from './networkSnapshot.ts';
import type { PlaneSnapshot } from './planeSnapshot.ts';
import type { MeanFieldSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports. */
export const plainMeanFieldSnapshot = (snapshot: MeanFieldSnapshot) =>
  plain(snapshot.part === 'plane' ? ofPlane(snapshot) : ofNetwork(snapshot));

/** Its density by row (y) and column (x). */
function ofPlane({ kind: _, target: { key: _key, ...target }, chain, ...shown }: PlaneSnapshot) {
  return {
    ...shown,
    target: { ...target, density: inRows(target.density, target.cells) },
    chain: chain && { ...chain, path: inRows(chain.path, 2) },
  };
}

/** Its marginals by the names of nodes. */
function ofNetwork({ nodes, evidence, exact, q, gibbs, course, ...shown }: NetworkSnapshot) {
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
    ...{ elbo: shown.elbo ?? -Infinity, entropy: shown.entropy },
    logEvidence: exact?.logEvidence ?? null,
    next: nameOf(shown.next),
    course: {
      ...course,
      factor: course.factor.map(nameOf),
      elbo: course.elbo.map((bound) => bound ?? -Infinity),
    },
  };
}
