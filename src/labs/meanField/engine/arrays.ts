import {
  cellOf,
  middlesOf,
  type Posterior,
} from '../../../inference/variational/plane/posterior.ts';
import type { NamedArrays } from '../../engine.ts';
import { float64, int32, joined } from '../../shared/engine/arrays.ts';
import type { Marginals, NetworkSnapshot } from '../networkSnapshot.ts';
import type { PlaneSnapshot } from '../planeSnapshot.ts';

const number = (value: number | null) => float64([value ?? Number.NaN]);

export function planeArrays(snapshot: PlaneSnapshot, { grid }: Posterior): NamedArrays {
  const { target, factors, moments, observations } = snapshot;
  const { box, cells: G } = target;
  const logArea = Math.log(cellOf(box, 0) * cellOf(box, 1));
  return {
    ...{ elbo: number(snapshot.elbo), log_evidence: number(snapshot.logEvidence) },
    ...{ x: float64(middlesOf(box, 0), G), y: float64(middlesOf(box, 1), G) },
    log_density: float64(
      grid.logWeights.map((weight) => weight - logArea),
      ...[G, G],
    ),
    marginals: float64(joined(target.marginals), 2, G),
    factors: float64(joined(factors), 2, G),
    ...{ means: float64(moments.mean, 2), deviations: float64(moments.deviation, 2) },
    ...(observations && { observations: float64(observations, observations.length) }),
  };
}

export function networkArrays(snapshot: NetworkSnapshot): NamedArrays {
  const { nodes, evidence, exact, q, gibbs } = snapshot;
  const V = nodes.length;
  const S = Math.max(...nodes.map(({ states }) => states.length));
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const padded = (marginals: Marginals) =>
    float64(
      marginals.flatMap((shares) => Array.from({ length: S }, (_, s) => shares[s] ?? Number.NaN)),
      ...[V, S],
    );
  const tables = nodes.flatMap(({ parents, states, table }, i) => {
    const indices = parents.map((id) => indexOf.get(id) ?? 0);
    const shape = [...indices.map((at) => nodes[at].states.length), states.length];
    return [
      [`node.${i}.parents`, int32(indices, indices.length)],
      [`node.${i}.table`, float64(table, ...shape)],
    ];
  });
  return {
    ...{ elbo: number(snapshot.elbo ?? -Infinity) },
    log_evidence: number(exact?.logEvidence ?? null),
    names: { data: nodes.map(({ name }) => name), shape: [V] },
    ...Object.fromEntries(tables),
    evidence: int32(
      evidence.map((state) => state ?? -1),
      V,
    ),
    ...(exact && { exact: padded(exact.marginals) }),
    ...{ q: padded(q), gibbs: padded(gibbs.marginals) },
  };
}
