/** What must hold of inference on any problem, on many random ones; in Node. The unit tests try the same. */
import {
  functions,
  gaussianErrors,
  PARAMETERS,
} from '../src/inference/estimators/estimators.fixture.ts';
import { gapInErrors } from '../src/inference/importanceWeighting/annealing.fixture.ts';
import { particleRatios } from '../src/inference/importanceWeighting/particleFilter.fixture.ts';
import {
  farFromLinearDynamics,
  farFromMixtureChain,
} from '../src/inference/switchingLinearDynamics/corners.fixture.ts';
import { largestRise } from '../src/inference/switchingLinearDynamics/problem.fixture.ts';
import { largestFall } from '../src/inference/topics/corpora.fixture.ts';
import { boundsOfGrids } from '../src/inference/variational/gridProblems.fixture.ts';
import {
  boundsOfNetworks,
  gibbsVariation,
} from '../src/inference/variational/network/randomNetworks.fixture.ts';
import { loadLab } from '../src/labs/registry.ts';
import { createRandom } from '../src/math/random.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { type Figure, firstSeeds, lower, type Measurement } from './figures.ts';
import { spread } from './tasks.ts';

const SWEEPS = 100_000;

interface Promised {
  readonly name: string;
  readonly bar: readonly [value: number, text: string];
  /** What is held against the bar, of each item; the largest counts. */
  readonly of: (item: number) => number | Promise<number>;
  /** How many items there are, numbered from 0; one by default. */
  readonly items?: number;
}

const PROMISED: readonly Promised[] = [
  {
    name: 'Mean field: largest fall of the bound with a factor, 1,000 densities and 2,000 networks',
    bar: [1e-10, '1e-10'],
    of: () => -Math.min(boundsOfGrids(1000).fall, boundsOfNetworks(2000).fall),
  },
  {
    name: 'Mean field: largest distance of bound + KL from the log evidence, the same problems',
    bar: [1e-9, '1e-9'],
    of: () => Math.max(boundsOfGrids(1000).apart, boundsOfNetworks(2000).apart),
  },
  {
    name: `Gibbs against enumeration, ${SWEEPS.toLocaleString('en-US')} sweeps of a random network, largest total variation in 50`,
    bar: [0.01, '0.01'],
    of: (seed) => gibbsVariation(createRandom(seed), SWEEPS),
    items: 50,
  },
  {
    name: 'Topics: largest relative fall of the bound with half a pass, 500 random corpora',
    bar: [1e-9, '1e-9'],
    of: () => -largestFall(500),
  },
  {
    name: 'SVAE-SLDS: largest relative rise of the objective with half a sweep, 1,000 random problems',
    bar: [1e-9, '1e-9'],
    of: () => largestRise(1000),
  },
  {
    name: 'SVAE-SLDS with one state against the SVAE-LDS, largest difference',
    bar: [1e-9, '1e-9'],
    of: () => Math.max(...Object.values(farFromLinearDynamics())),
  },
  {
    name: 'SVAE-SLDS with A = 0 against the chain of Gaussians, largest difference',
    bar: [1e-9, '1e-9'],
    of: () => Math.max(...Object.values(farFromMixtureChain())),
  },
  {
    name: 'Estimators: means and variances of 100,000 draws, farthest from the exact ones, standard errors',
    bar: [4, '4'],
    of: () =>
      Math.max(
        ...Object.values(functions).flatMap((f) =>
          PARAMETERS.map((parameter) => gaussianErrors(f, parameter)),
        ),
      ),
  },
  {
    name: 'Signal-to-noise over K = 1 to 1,000, farthest slope from −½ (encoder) and +½ (decoder, DReG)',
    bar: [0.05, '0.05'],
    of: farthestSlope,
  },
  {
    name: 'Annealing: gap against the exact one, T = 1, 10, 100, both ways, standard errors',
    bar: [3, '3'],
    of: () => Math.max(...[1, 10, 100].map(gapInErrors)),
  },
  {
    name: 'Particle filter: mean likelihood of 200 repeats against the Kalman filter, standard errors',
    bar: [3, '3'],
    of() {
      const { mean, meanError } = particleRatios(200, 'always');
      return Math.abs(mean - 1) / meanError;
    },
  },
];

export async function measurePromises(): Promise<Measurement> {
  const figures = await Promise.all(
    PROMISED.map(async ({ name, bar: [bar, text], items = 1 }, at): Promise<Figure> => {
      const asked = firstSeeds(items).map((item) => ({ at, item }));
      const value = Math.max(...(await spread<number>(import.meta.url, asked)));
      const measured = bar < 1e-6 ? value.toExponential(1) : value.toPrecision(2);
      return { name, atLeast: lower(bar, text), aim: null, value, measured };
    }),
  );
  return {
    figures,
    run: 'fixed seeds, Node',
    notes: [],
  };
}

/** In a process of the bench. */
export function task({ at, item }: { readonly at: number; readonly item: number }) {
  return PROMISED[at].of(item);
}

/** By the lab itself, at its preset. */
async function farthestSlope(): Promise<number> {
  const { table, makeDataset, create } = await loadLab('bounds');
  const preset = applyPreset(table, 'signal');
  if (!preset.ok) throw new Error(preset.message);
  const settings = preset.values;
  const engine = create({ settings, dataset: makeDataset(settings, 0, null), seed: 0 });
  const { gradients } = engine.snapshot() as unknown as {
    readonly gradients: readonly { readonly id: string; readonly slope: number | null }[];
  };
  const wanted: Readonly<Record<string, number>> = { encoder: -0.5, dreg: 0.5, decoder: 0.5 };
  return Math.max(
    ...gradients.map(({ id, slope }) => Math.abs((slope ?? Number.NaN) - wanted[id])),
  );
}
