/** Patterson's f3, which tells a mixed group by allele frequencies alone, without clusters. */
import { countCopies, type Genotypes } from './genotypes.ts';
import { Sample } from './sample.ts';

/** f3(group; one, other) = E (p_group - p_one)(p_group - p_other); below 0 only where group is mixed. */
export interface MixtureTest {
  readonly group: number;
  readonly one: number;
  readonly other: number;
  readonly f3: number;
  /** Standard error over the loci. */
  readonly error: number;
}

/** In standard errors. */
const score = ({ mean, error }: Sample): number => mean / error;

/**
 * For each of G groups the two others whose f3 is the most standard errors below 0; null where there are
 * fewer than three groups.
 *
 * @param groups D: from 0, negative of individuals that are left out
 */
export function mixtureTests(
  genotypes: Genotypes,
  groups: ArrayLike<number>,
  G: number,
): readonly (MixtureTest | null)[] {
  const { individuals: D, loci, counts } = genotypes;
  const triples = triplesOf(G).map((triple) => ({ ...triple, sample: new Sample() }));
  const [present, f3] = [new Float64Array(D), new Float64Array(triples.length)];
  const [frequencies, copies] = [new Float64Array(G), new Float64Array(G)];
  let row = 0;
  for (const locus of loci) {
    countCopies(genotypes, row, locus, present);
    f3.fill(0);
    for (let v = locus.from; v < locus.to; v++, row++) {
      frequencies.fill(0);
      copies.fill(0);
      for (let d = 0; d < D; d++) {
        if (present[d] === 0 || groups[d] < 0) continue;
        copies[groups[d]] += present[d];
        frequencies[groups[d]] += counts[row * D + d];
      }
      for (let group = 0; group < G; group++) frequencies[group] /= copies[group];
      triples.forEach(({ group, one, other }, t) => {
        const p = frequencies[group];
        // Half: a second allele says the same as the first.
        f3[t] +=
          ((p - frequencies[one]) * (p - frequencies[other]) -
            (p * (1 - p)) / (copies[group] - 1)) /
          2;
      });
    }
    // Not a number where too few have been seen at this locus.
    f3.forEach((value, t) => {
      if (Number.isFinite(value)) triples[t].sample.add(value);
    });
  }
  return Array.from({ length: G }, (_, group) => {
    const its = triples.filter((triple) => triple.group === group);
    if (its.length === 0) return null;
    const { one, other, sample } = its.reduce((low, next) =>
      score(next.sample) < score(low.sample) ? next : low,
    );
    return { group, one, other, f3: sample.mean, error: sample.error };
  });
}

/** Each group with every two others. */
function triplesOf(G: number) {
  const triples: { group: number; one: number; other: number }[] = [];
  for (let group = 0; group < G; group++)
    for (let one = 0; one < G; one++)
      for (let other = one + 1; other < G; other++)
        if (one !== group && other !== group) triples.push({ group, one, other });
  return triples;
}
