/**
 * Do shares of clusters explain which alleles groups of individuals have in common? A check of the fit
 * in the spirit of badMIXTURE (Lawson, van Dorp and Falush 2018), on single alleles: the covariance of
 * what the model leaves of the genotypes. And Patterson's f3, which needs no clusters.
 */
import { cholesky, solveLower } from '../../math/cholesky.ts';
import { type Corpus, documentsIn } from './corpus.ts';

export interface SharedAlleles {
  /**
   * G x G: observed minus expected covariance of the genotypes of two individuals of these groups, over
   * the expected variance of a genotype, mean of all pairs. 0 where the clusters explain the sharing.
   */
  readonly excess: Float64Array;
  /** G x G: standard errors over the loci, as if loci were independent. */
  readonly errors: Float64Array;
  /** G: for each group the two others whose f3 is the most standard errors below 0; null where there are fewer than three groups. */
  readonly mixtures: readonly (MixtureTest | null)[];
}

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

/** Individuals times alleles that are looked at, at most; beyond that every second locus, and so on. */
const MOST_GENOTYPES = 4_000_000;

/** Mean and standard error of numbers that come one by one. */
class Sample {
  private count = 0;
  private sum = 0;
  private squares = 0;

  add(value: number): void {
    this.count += 1;
    this.sum += value;
    this.squares += value * value;
  }

  get mean(): number {
    return this.count === 0 ? Number.NaN : this.sum / this.count;
  }

  get error(): number {
    const { count, squares, mean } = this;
    return Math.sqrt(Math.max(0, squares / count - mean * mean) / Math.max(1, count - 1));
  }
}

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
  const loci = lociOf(corpus, Math.ceil((D * V) / MOST_GENOTYPES));
  const genotypes = genotypesOf(corpus, loci);
  const pairs = Array.from({ length: G * G }, () => new Sample());
  const variance = new Sample();
  const triples = triplesOf(G).map((triple) => ({ ...triple, sample: new Sample() }));
  const frequencies = new Float64Array(G);
  const [sums, squares, members, copies] = Array.from({ length: 4 }, () => new Float64Array(G));
  let column = 0;
  for (const { from, to } of loci) {
    const moments = new Float64Array(G * G);
    const f3 = new Float64Array(triples.length);
    let expected = 0;
    let isSeen = false;
    const present = copiesOf(genotypes, D, column, to - from);
    for (let v = from; v < to; v++, column++) {
      for (const sum of [sums, squares, members, copies, frequencies]) sum.fill(0);
      let total = 0;
      for (let d = 0; d < D; d++) {
        if (present[d] === 0 || groups[d] < 0) continue;
        let p = 0;
        for (let k = 0; k < K; k++) p += shares[d * K + k] * beta[k * V + v];
        const count = genotypes[column * D + d];
        const residual = count - present[d] * p;
        const group = groups[d];
        sums[group] += residual;
        squares[group] += residual * residual;
        members[group] += 1;
        copies[group] += present[d];
        frequencies[group] += count;
        total += present[d] * p * (1 - p);
      }
      const all = members.reduce((a, b) => a + b, 0);
      if (all > 0) {
        isSeen = true;
        expected += total / all;
      }
      for (let a = 0; a < G; a++) {
        frequencies[a] /= copies[a];
        for (let b = 0; b < G; b++)
          moments[a * G + b] +=
            a === b
              ? (sums[a] * sums[a] - squares[a]) / (members[a] * (members[a] - 1))
              : (sums[a] * sums[b]) / (members[a] * members[b]);
      }
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
    moments.forEach((moment, at) => {
      if (Number.isFinite(moment)) pairs[at].add(moment);
    });
    f3.forEach((value, t) => {
      if (Number.isFinite(value)) triples[t].sample.add(value);
    });
    // A locus without genotypes would count as one without variance.
    if (isSeen) variance.add(expected);
  }
  const scale = variance.mean;
  const alleles = genotypes.length / (D * loci.length);
  const taken = takenByFit(shares, K, groups, G, learned, (alleles * eta) / 2);
  return {
    excess: Float64Array.from(pairs, ({ mean }, at) => mean / scale + taken[at]),
    errors: Float64Array.from(pairs, ({ error }) => error / scale),
    mixtures: Array.from({ length: G }, (_, group) => {
      const its = triples.filter((triple) => triple.group === group);
      if (its.length === 0) return null;
      const { one, other, sample } = its.reduce((low, next) =>
        score(next.sample) < score(low.sample) ? next : low,
      );
      return { group, one, other, f3: sample.mean, error: sample.error };
    }),
  };
}

/**
 * G x G: how much covariance fitting takes away. The clusters are fitted to the same individuals, so
 * that their residuals are (I - H) times the errors, H the projection onto the shares: residuals of two
 * individuals covary by -H even where the model is true.
 *
 * @param learned individuals of the fit, with a group or without
 * @param prior what the prior of a cluster counts, in individuals with two copies of each locus
 */
function takenByFit(
  shares: Float64Array,
  K: number,
  groups: ArrayLike<number>,
  G: number,
  learned: ArrayLike<number>,
  prior: number,
): Float64Array {
  const D = shares.length / K;
  const gram = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    gram[i * K + i] = prior;
    for (let j = 0; j < K; j++)
      for (const d of Array.from(learned)) gram[i * K + j] += shares[d * K + i] * shares[d * K + j];
  }
  cholesky(gram, 0, K);
  const sums = new Float64Array(G * K);
  const own = new Float64Array(G);
  const members = new Float64Array(G);
  for (let d = 0; d < D; d++) {
    const group = groups[d];
    if (group < 0) continue;
    const scaled = shares.slice(d * K, (d + 1) * K);
    solveLower(gram, 0, scaled, 0, K);
    members[group] += 1;
    for (let k = 0; k < K; k++) {
      sums[group * K + k] += scaled[k];
      own[group] += scaled[k] * scaled[k];
    }
  }
  const taken = new Float64Array(G * G);
  for (let a = 0; a < G; a++)
    for (let b = 0; b < G; b++) {
      let sum = a === b ? -own[a] : 0;
      for (let k = 0; k < K; k++) sum += sums[a * K + k] * sums[b * K + k];
      taken[a * G + b] = sum / (members[a] * (a === b ? members[a] - 1 : members[b]));
    }
  return taken;
}

interface Locus {
  /** Its alleles. */
  readonly from: number;
  readonly to: number;
}

/** Every `stride`-th locus. */
function lociOf({ tables, vocabulary }: Corpus, stride: number): readonly Locus[] {
  const loci: Locus[] = [];
  for (let from = 0; from < vocabulary.length; ) {
    let to = from + 1;
    while (to < vocabulary.length && tables?.[to] === tables?.[from]) to += 1;
    loci.push({ from, to });
    from = to;
  }
  return loci.filter((_, at) => at % Math.max(1, stride) === 0);
}

/** A row of D counts for each allele of the loci. */
function genotypesOf(corpus: Corpus, loci: readonly Locus[]): Uint16Array {
  const D = documentsIn(corpus);
  const rowOf = new Int32Array(corpus.vocabulary.length).fill(-1);
  let rows = 0;
  for (const { from, to } of loci) for (let v = from; v < to; v++) rowOf[v] = rows++;
  const genotypes = new Uint16Array(rows * D);
  for (let d = 0; d < D; d++)
    for (let at = corpus.starts[d]; at < corpus.starts[d + 1]; at++) {
      const row = rowOf[corpus.words[at]];
      if (row >= 0) genotypes[row * D + d] = corpus.counts[at];
    }
  return genotypes;
}

/** D: copies of a locus that are known of each individual. */
function copiesOf(genotypes: Uint16Array, D: number, row: number, alleles: number): Float64Array {
  const copies = new Float64Array(D);
  for (let allele = 0; allele < alleles; allele++)
    for (let d = 0; d < D; d++) copies[d] += genotypes[(row + allele) * D + d];
  return copies;
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
