/**
 * Do shares of clusters explain which alleles groups of individuals have in common? A check of the fit
 * in the spirit of badMIXTURE (Lawson, van Dorp and Falush 2018), on single alleles: the covariance of
 * what the model leaves of the genotypes. And Patterson's f3, which needs no clusters.
 */
import { type Corpus, documentsIn } from '../corpus.ts';
import { countCopies, genotypesOf } from './genotypes.ts';
import { type MixtureTest, mixtureTests } from './mixtureTests.ts';
import { Sample } from './sample.ts';
import { takenByFit } from './takenByFit.ts';

export interface SharedAlleles {
  /**
   * G x G: observed minus expected covariance of the genotypes of two individuals of these groups, over
   * the expected variance of a genotype, mean of all pairs. 0 where the clusters explain the sharing;
   * not a number where there are no pairs, or where what the fit takes away cannot be computed.
   */
  readonly excess: Float64Array;
  /** G x G: standard errors over the loci, as if loci were independent. */
  readonly errors: Float64Array;
  /** G: of each group, see `mixtureTests`. */
  readonly mixtures: readonly (MixtureTest | null)[];
}

/** Individuals times alleles that are looked at, at most. */
const MOST_GENOTYPES = 4_000_000;

/**
 * Individuals are the documents of a corpus with a table for each locus. D individuals, V alleles, K
 * clusters, G groups.
 *
 * @param shares D x K, rows sum to 1
 * @param beta K x V, each table in a row sums to 1
 * @param groupOf D: from 0, negative where it is not known
 * @param learned individuals that the clusters are fitted to; only they are compared, as those held
 *   out are nearer to chance than a fit is
 * @param eta prior of each allele: what it takes from the fit
 */
export function sharedAlleles(
  corpus: Corpus,
  shares: Float64Array,
  beta: Float64Array,
  groupOf: ArrayLike<number>,
  learned: ArrayLike<number>,
  eta: number,
): SharedAlleles {
  const D = documentsIn(corpus);
  const groups = new Int32Array(D).fill(-1);
  for (const d of Array.from(learned)) groups[d] = groupOf[d];
  const V = corpus.vocabulary.length;
  const K = beta.length / V;
  const G = Array.from(groupOf).reduce((most, group) => Math.max(most, group + 1), 0);
  const genotypes = genotypesOf(corpus, MOST_GENOTYPES);
  const { loci, counts } = genotypes;
  const pairs = Array.from({ length: G * G }, () => new Sample());
  const variance = new Sample();
  const [present, moments] = [new Float64Array(D), new Float64Array(G * G)];
  const [sums, squares, members] = Array.from({ length: 3 }, () => new Float64Array(G));
  let row = 0;
  for (const locus of loci) {
    countCopies(genotypes, row, locus, present);
    moments.fill(0);
    let expected = 0;
    let isSeen = false;
    for (let v = locus.from; v < locus.to; v++, row++) {
      for (const sum of [sums, squares, members]) sum.fill(0);
      let total = 0;
      for (let d = 0; d < D; d++) {
        if (present[d] === 0 || groups[d] < 0) continue;
        let p = 0;
        for (let k = 0; k < K; k++) p += shares[d * K + k] * beta[k * V + v];
        const residual = counts[row * D + d] - present[d] * p;
        const group = groups[d];
        sums[group] += residual;
        squares[group] += residual * residual;
        members[group] += 1;
        total += present[d] * p * (1 - p);
      }
      const all = members.reduce((a, b) => a + b, 0);
      if (all > 0) {
        isSeen = true;
        expected += total / all;
      }
      for (let a = 0; a < G; a++)
        for (let b = 0; b < G; b++)
          moments[a * G + b] +=
            a === b
              ? (sums[a] * sums[a] - squares[a]) / (members[a] * (members[a] - 1))
              : (sums[a] * sums[b]) / (members[a] * members[b]);
    }
    // Not a number where too few have been seen at this locus.
    moments.forEach((moment, at) => {
      if (Number.isFinite(moment)) pairs[at].add(moment);
    });
    // A locus without genotypes would count as one without variance.
    if (isSeen) variance.add(expected);
  }
  const scale = variance.mean;
  const alleles = row / loci.length;
  const taken = takenByFit(shares, K, groups, G, learned, (alleles * eta) / 2);
  return {
    excess: Float64Array.from(pairs, ({ mean }, at) => mean / scale + (taken?.[at] ?? Number.NaN)),
    errors: Float64Array.from(pairs, ({ error }) => error / scale),
    mixtures: mixtureTests(genotypes, groups, G),
  };
}
