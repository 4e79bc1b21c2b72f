/**
 * Three histories of three sampled populations that give the same bars (after Lawson, van Dorp and Falush
 * 2018): in each, a model of two clusters draws the population in the middle as a mixture of the others.
 */
import type { Random } from '../math/random.ts';
import { drifted, individualsOf } from './ancestry.ts';
import type { Documents } from './dataset.ts';

export const HISTORIES = ['admixture', 'ghost', 'bottleneck'] as const;
export type History = (typeof HISTORIES)[number];

const SITES = ['North', 'Middle', 'South'] as const;
/** Individuals of each population that is sampled. */
const SAMPLED = 40;
const LOCI = 400;
/** Of North in Middle, where Middle is mixed. */
const FROM_NORTH = 0.6;
const FROM_NORTH_WITH_GHOST = 0.45;

/** One locus: frequencies of the populations that individuals descend from. @param p of the ancestors */
const POPULATIONS: Readonly<Record<History, (p: number, random: Random) => readonly number[]>> = {
  admixture: (p, random) => [drifted(p, 0.1, random), drifted(p, 0.1, random)],
  ghost: (p, random) => {
    const north = drifted(p, 0.1, random);
    const before = drifted(p, 0.05, random);
    return [north, drifted(before, 0.06, random), drifted(before, 0.06, random)];
  },
  bottleneck: (p, random) => {
    const before = drifted(p, 0.015, random);
    return [drifted(before, 0.12, random), drifted(p, 0.1, random), drifted(before, 0.005, random)];
  },
};

/** What share of its alleles each sampled population has from each of those. */
const DESCENT: Readonly<Record<History, readonly (readonly number[])[]>> = {
  admixture: [
    [1, 0],
    [FROM_NORTH, 1 - FROM_NORTH],
    [0, 1],
  ],
  ghost: [
    [1, 0, 0],
    [FROM_NORTH_WITH_GHOST, 0, 1 - FROM_NORTH_WITH_GHOST],
    [0, 1, 0],
  ],
  bottleneck: [
    [1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
};

/** 40 individuals from each of three sites, with 400 loci. */
export function history(name: History, random: Random): Documents {
  const frequencies = Array.from({ length: LOCI }, () =>
    POPULATIONS[name](0.05 + 0.9 * random.uniform(), random),
  );
  return individualsOf(
    {
      ...{ name: 'Ancestry', frequencies, count: SITES.length * SAMPLED, groups: SITES },
      descentOf: (d) => {
        const group = Math.floor(d / SAMPLED);
        return { shares: DESCENT[name][group], group };
      },
    },
    random,
  );
}
