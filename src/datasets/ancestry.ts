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
  const V = 2 * LOCI;
  const topics = new Float64Array(POPULATIONS * V);
  for (let locus = 0; locus < LOCI; locus++) {
    const ancestral = RAREST + (1 - 2 * RAREST) * random.uniform();
    const strength = (1 - drift) / drift;
    for (let k = 0; k < POPULATIONS; k++) {
      const frequency = beta(ancestral * strength, (1 - ancestral) * strength, random);
      topics.set([frequency, 1 - frequency], k * V + 2 * locus);
    }
  }
  const shares = new Float64Array(INDIVIDUALS * POPULATIONS);
  const labels = new Int32Array(INDIVIDUALS);
  const bags = Array.from(labels, (_, d) => {
    const own = drawDirichlet(mixing, POPULATIONS, random);
    shares.set(own, d * POPULATIONS);
    labels[d] = own.indexOf(Math.max(...own));
    const bag = new Int32Array(V);
    for (let copy = 0; copy < 2 * LOCI; copy++) {
      const locus = copy >> 1;
      const frequency = topics[drawIndex(own, random) * V + 2 * locus];
      bag[2 * locus + (random.uniform() < frequency ? 0 : 1)] += 1;
    }
    return bag;
  });
  return {
    ...documentsOf('Ancestry', bags),
    labels,
    groups: SITES,
    vocabulary: Array.from(
      { length: V },
      (_, allele) => `locus ${(allele >> 1) + 1}, allele ${'AB'[allele % 2]}`,
    ),
    titles: bags.map((_, d) => `Individual ${d + 1}`),
    tables: Int32Array.from({ length: V }, (_, allele) => allele >> 1),
    truth: { count: POPULATIONS, topics, shares },
  };
}

/** A draw of Beta(a, b), kept away from 0 and 1: no allele is lost. */
function beta(a: number, b: number, random: Random): number {
  const [x, y] = [drawLogGamma(a, random), drawLogGamma(b, random)];
  return Math.min(1 - 1e-3, Math.max(1e-3, 1 / (1 + Math.exp(y - x))));
}
