/**
 * Individuals as documents: words are the two alleles of each locus, and each individual has two copies
 * of each locus. Populations drift away from their ancestors by the model of Balding and Nichols (1995).
 */
import { drawDirichlet, drawIndex, drawLogGamma } from '../math/draws.ts';
import type { Random } from '../math/random.ts';
import { documentsOf } from './bars.ts';
import type { Documents } from './dataset.ts';

const POPULATIONS = 3;
const INDIVIDUALS = 120;
const LOCI = 300;
/** Ancestral frequencies are not nearer to 0 and 1. */
const RAREST = 0.05;
const SITES = ['North', 'East', 'South'] as const;

export interface AncestryOptions {
  /** F: Wright's fixation index between a population and its ancestors. */
  readonly drift: number;
  /** Prior of the shares that each individual is drawn with. */
  readonly mixing: number;
}

/** 120 individuals of three populations, with 300 loci; each is sampled at the site of its largest share. */
export function ancestry({ drift, mixing }: AncestryOptions, random: Random): Documents {
  const frequencies = Array.from({ length: LOCI }, () => {
    const ancestral = RAREST + (1 - 2 * RAREST) * random.uniform();
    return Array.from({ length: POPULATIONS }, () => drifted(ancestral, drift, random));
  });
  return individualsOf(
    {
      ...{ name: 'Ancestry', frequencies, count: INDIVIDUALS, groups: SITES },
      descentOf: () => {
        const shares = drawDirichlet(mixing, POPULATIONS, random);
        return { shares, group: shares.indexOf(Math.max(...shares)) };
      },
    },
    random,
  );
}

/**
 * A frequency after drift, by the model of Balding and Nichols: Beta with mean p and variance
 * F p (1 - p). Kept away from 0 and 1: no allele is lost.
 */
export function drifted(p: number, drift: number, random: Random): number {
  const strength = (1 - drift) / drift;
  const a = drawLogGamma(p * strength, random);
  const b = drawLogGamma((1 - p) * strength, random);
  return Math.min(1 - 1e-3, Math.max(1e-3, 1 / (1 + Math.exp(b - a))));
}

export interface Sampling {
  readonly name: string;
  /** For each locus, of its first allele in each population. */
  readonly frequencies: readonly (readonly number[])[];
  /** How many individuals there are. */
  readonly count: number;
  /** Where they are sampled. */
  readonly groups: readonly string[];
  /** What share of its alleles an individual has from each population, and where it is sampled. */
  readonly descentOf: (d: number) => {
    readonly shares: ArrayLike<number>;
    readonly group: number;
  };
}

/** Individuals with two alleles at each locus, each drawn from one of the populations. */
export function individualsOf(
  { name, frequencies, count, groups, descentOf }: Sampling,
  random: Random,
): Documents {
  const V = 2 * frequencies.length;
  const K = frequencies[0].length;
  const topics = new Float64Array(K * V);
  frequencies.forEach((its, locus) => {
    its.forEach((frequency, k) => {
      topics.set([frequency, 1 - frequency], k * V + 2 * locus);
    });
  });
  const shares = new Float64Array(count * K);
  const labels = new Int32Array(count);
  const bags = Array.from(labels, (_, d) => {
    const descent = descentOf(d);
    shares.set(descent.shares, d * K);
    labels[d] = descent.group;
    const bag = new Int32Array(V);
    for (let copy = 0; copy < V; copy++) {
      const locus = copy >> 1;
      const frequency = topics[drawIndex(descent.shares, random) * V + 2 * locus];
      bag[2 * locus + (random.uniform() < frequency ? 0 : 1)] += 1;
    }
    return bag;
  });
  return {
    ...documentsOf(name, bags),
    ...{ labels, groups },
    vocabulary: Array.from(
      { length: V },
      (_, allele) => `locus ${(allele >> 1) + 1}, allele ${'AB'[allele % 2]}`,
    ),
    titles: bags.map((_, d) => `Individual ${d + 1}`),
    tables: Int32Array.from({ length: V }, (_, allele) => allele >> 1),
    truth: { count: K, topics, shares },
  };
}
