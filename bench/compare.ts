/** GMM, VAE and SVAE on the same spirals: on fresh points, by clusters, and together in the page. */
import { firstSeeds, higher, type Measurement } from './figures.ts';
import type { Laboratory } from './lab.ts';
import { measureMainThread } from './mainThread.ts';
import { mean } from './statistics.ts';
import { PROCESSES } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

/** Where the model that the page opens with has been trained to. */
const STEPS = 2000;
/** More seeds cost minutes and change the means by less than their errors. */
const MOST_SEEDS = { short: 4, full: 20 } as const;
const FEW_CLUSTERS = 5;

interface Model {
  readonly adjustedRandIndex: number;
  readonly logLikelihood: number;
  readonly standardError: number;
}

/** What `npm run train -- --model compare --json` prints for a run, as far as it is used here. */
interface Run {
  readonly seed: number;
  readonly gmm: Model;
  readonly vae: Model;
  readonly svae: Model;
  readonly importanceSamples: number;
}

/** The same of `--model gmm`, whose likelihood is exact. */
interface MixtureRun {
  readonly adjustedRandIndex: number;
  readonly heldOutLogLikelihood: number;
}

export async function measureCompareQuality(
  asked: readonly number[] | null,
  full: boolean,
): Promise<Measurement> {
  const seeds = (asked ?? firstSeeds(MOST_SEEDS.full)).slice(
    0,
    MOST_SEEDS[full ? 'full' : 'short'],
  );
  const [runs, few] = await Promise.all([
    trainSeeds<Run>('compare', seeds, STEPS),
    // The same data from the same seeds; EM has arrived long before.
    trainSeeds<MixtureRun>('gmm', seeds, 300, ['dataset=spirals', `clusters=${FEW_CLUSTERS}`]),
  ]);
  const leads = (of: (run: Run, index: number) => number) => summary(runs.map(of));
  const overMixture = leads(({ svae, gmm }) => svae.logLikelihood - gmm.logLikelihood);
  const overFew = leads(({ svae }, i) => svae.logLikelihood - few[i].heldOutLogLikelihood);
  const overVae = leads(({ svae, vae }) => svae.logLikelihood - vae.logLikelihood);
  const inClusters = leads(({ svae }, i) => svae.adjustedRandIndex - few[i].adjustedRandIndex);
  const nats = (of: (run: Run, index: number) => number) => inWords(leads(of), 2);
  const errors = runs.flatMap(({ vae, svae }) => [vae.standardError, svae.standardError]);
  return {
    figures: [
      {
        name: 'held-out log p, SVAE above GMM with 15 clusters, nats',
        atLeast: higher(0, '0'),
        aim: null,
        value: overMixture.mean,
        measured: inWords(overMixture, 3),
      },
      {
        name: `held-out log p, SVAE above GMM with ${FEW_CLUSTERS} clusters, nats`,
        atLeast: higher(0, '0'),
        aim: null,
        value: overFew.mean,
        measured: inWords(overFew, 3),
      },
      {
        name: 'held-out log p, SVAE above VAE, nats',
        atLeast: higher(-0.1, '−0.1'),
        aim: null,
        value: overVae.mean,
        measured: inWords(overVae, 3),
      },
      {
        name: `adjusted Rand index, SVAE above GMM with ${FEW_CLUSTERS} clusters`,
        atLeast: higher(0, '0'),
        aim: null,
        value: inClusters.mean,
        measured: inWords(inClusters, 3),
      },
    ],
    run: `seeds ${seeds[0]} to ${seeds[seeds.length - 1]}, ${STEPS} steps, Node`,
    notes: [
      `Compare: spirals, ${STEPS} steps, seeds ${seeds[0]} to ${seeds[seeds.length - 1]}, wasm in Node, ${PROCESSES} processes; mean ± standard error over seeds. Held-out log p per point: GMM with 15 clusters ${nats(({ gmm }) => gmm.logLikelihood)}, with ${FEW_CLUSTERS} ${nats((_, i) => few[i].heldOutLogLikelihood)}, VAE ${nats(({ vae }) => vae.logLikelihood)}, SVAE ${nats(({ svae }) => svae.logLikelihood)}; importance sampling with ${runs[0].importanceSamples} samples, once more for rows that their proposals miss, standard error of a run at most ${Math.max(...errors).toFixed(3)}. Rand index: GMM ${nats(({ gmm }) => gmm.adjustedRandIndex)}, with ${FEW_CLUSTERS} ${nats((_, i) => few[i].adjustedRandIndex)}, SVAE ${nats(({ svae }) => svae.adjustedRandIndex)}.`,
    ],
  };
}

export function measureCompareThread(laboratory: Laboratory, full: boolean): Promise<Measurement> {
  return measureMainThread(laboratory, full, 'compare', 'Three models: ');
}

interface Summary {
  readonly mean: number;
  /** Of the mean over seeds. */
  readonly error: number;
}

function summary(values: readonly number[]): Summary {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { mean: centre, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

const inWords = ({ mean: centre, error }: Summary, digits: number): string =>
  `${centre.toFixed(digits)} ± ${error.toFixed(digits)}`.replace('-', '−');
