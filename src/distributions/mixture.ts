import { OK, type Status } from '../math/status.ts';
import { createDirichlet } from './dirichlet.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import { createNormalInverseWishart, type NiwLayout, niwLayout } from './normalInverseWishart.ts';

/**
 * Flat layout of everything global in a mixture of K Gaussians in d dimensions: K Dirichlet
 * entries, then K normal-inverse-Wishart blocks. Natural parameters, expected statistics and the
 * sufficient statistics of a batch all share it.
 */
export interface MixtureLayout {
  readonly components: number;
  readonly dimension: number;
  /** P = K + K (d^2 + d + 2) */
  readonly length: number;
  /** Where block 0 starts; block k starts at `blocks + k * niw.length`. */
  readonly blocks: number;
  /** Offsets inside a block. */
  readonly niw: NiwLayout;
}

export function mixtureLayout(components: number, dimension: number): MixtureLayout {
  const niw = niwLayout(dimension);
  return {
    components,
    dimension,
    length: components * (1 + niw.length),
    blocks: components,
    niw,
  };
}

/** Start of component k's block. */
export function blockAt(layout: MixtureLayout, k: number): number {
  return layout.blocks + k * layout.niw.length;
}

/** Dirichlet weights and independent normal-inverse-Wishart components as one family. */
export interface MixtureFamily extends ExponentialFamily {
  readonly layout: MixtureLayout;
}

export function createMixtureFamily(components: number, dimension: number): MixtureFamily {
  const layout = mixtureLayout(components, dimension);
  const weights = createDirichlet(components);
  const component = createNormalInverseWishart(dimension);

  const eachBlock = (visit: (at: number) => Status): Status => {
    for (let k = 0; k < components; k++) {
      const status = visit(blockAt(layout, k));
      if (!status.ok) return { ...status, index: k };
    }
    return OK;
  };

  return {
    layout,
    length: layout.length,

    validate(natural, at) {
      const status = weights.validate(natural, at);
      return status.ok ? eachBlock((block) => component.validate(natural, at + block)) : status;
    },

    expectedStatistics(natural, at, out, outAt) {
      const status = weights.expectedStatistics(natural, at, out, outAt);
      if (!status.ok) return status;
      return eachBlock((block) =>
        component.expectedStatistics(natural, at + block, out, outAt + block),
      );
    },

    logNormaliser(natural, at) {
      let sum = weights.logNormaliser(natural, at);
      for (let k = 0; k < components; k++)
        sum += component.logNormaliser(natural, at + blockAt(layout, k));
      return sum;
    },

    kl(natural, at, other, otherAt) {
      let sum = weights.kl(natural, at, other, otherAt);
      for (let k = 0; k < components; k++) {
        const block = blockAt(layout, k);
        sum += component.kl(natural, at + block, other, otherAt + block);
      }
      return sum;
    },
  };
}
