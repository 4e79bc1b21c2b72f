/** What the importance-weighted bound gains over the ELBO as the objective of a VAE, headless, and what its step costs. */
import { makeVaeDataset } from '../src/labs/vae/engine/data.ts';
import { VaeEngine } from '../src/labs/vae/engine/engine.ts';
import { type VaeSettings, vaeTable } from '../src/labs/vae/settings.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { defaultValues } from '../src/settings/values.ts';
import { higher, lower, type Measurement } from './figures.ts';
import { referenceMs } from './referenceWork.ts';
import { mean, median } from './statistics.ts';
import { PROCESSES, trainSeeds } from './trainRuns.ts';

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const STEPS = 1000;
const SAMPLES = 50;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly heldOutLogLikelihood: number;
}

const heldOut = (runs: readonly Run[]) => runs.map((run) => run.heldOutLogLikelihood);

/** "−5.46 ± 0.02": mean and its standard error over seeds. */
function withError(values: readonly number[]): string {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  const error = Math.sqrt(variance / (values.length - 1));
  return `${middle.toFixed(2)} ± ${error.toFixed(2)}`;
}

export async function measureVaeObjectives(): Promise<Measurement> {
  const train = (settings: readonly string[]) => trainSeeds<Run>('vae', SEEDS, STEPS, settings);
  const elbo = heldOut(await train([]));
  const weighted = async (objective: string) =>
    heldOut(await train([`objective=${objective}`, `importanceSamples=${SAMPLES}`]));
  const figure = (name: string, values: readonly number[]) => {
    const gains = values.map((value, i) => value - elbo[i]);
    const measured = `${withError(gains)} nats`;
    return { name, atLeast: higher(0, '> 0'), aim: null, value: mean(gains), measured };
  };
  const plain = await weighted('iwae');
  const doubly = await weighted('iwae-dreg');
  return {
    figures: [
      figure(`VAE on spirals, held-out log p gained by IWAE, K = ${SAMPLES}`, plain),
      figure(`the same with doubly reparameterised gradients`, doubly),
    ],
    run: `seeds ${SEEDS[0]} to ${SEEDS[SEEDS.length - 1]}, ${STEPS} steps, Node`,
    notes: [
      `VAE objectives: ${STEPS} steps, wasm in Node, ${PROCESSES} processes; held-out log p by importance sampling, nats per observation, mean and standard error over ${SEEDS.length} seeds: ELBO ${withError(elbo)}, IWAE ${withError(plain)}, doubly reparameterised ${withError(doubly)}. Gains are of the same seed.`,
    ],
  };
}

const WARM_UP = 50;
const ROUNDS = 40;
const STEPS_IN_ROUND = 10;

/** Steps of both objectives alternately, so that both run on an equally busy machine. */
export async function measureVaeObjectiveSteps(): Promise<Measurement> {
  await activateBackend('wasm');
  const engineOf = (change: Partial<VaeSettings>) => {
    const settings = { ...defaultValues(vaeTable), ...change };
    return new VaeEngine({ settings, dataset: makeVaeDataset(settings, 0, null), seed: 0 });
  };
  const engines = [engineOf({}), engineOf({ objective: 'iwae', importanceSamples: 10 })];
  for (const engine of engines) for (let i = 0; i < WARM_UP; i++) engine.train();
  const times = engines.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    engines.forEach((engine, which) => {
      const from = performance.now();
      for (let i = 0; i < STEPS_IN_ROUND; i++) engine.train();
      times[which].push((performance.now() - from) / STEPS_IN_ROUND);
    });
  }
  for (const engine of engines) engine.dispose();
  const [elbo, weighted] = times.map((list) => median(list));
  const ratio = weighted / elbo;
  const perSecond = 1000 / weighted;
  return {
    figures: [
      {
        name: 'IWAE step, K = 10, as a multiple of an ELBO step',
        ...{ atLeast: lower(4, '4'), aim: null, value: ratio, measured: ratio.toFixed(1) },
      },
      {
        name: 'IWAE steps per second, K = 10, Node',
        ...{ atLeast: higher(250, '250'), aim: null, value: perSecond },
        measured: perSecond.toFixed(0),
      },
    ],
    run: `${ROUNDS} rounds of ${STEPS_IN_ROUND} steps, wasm, Node`,
    referenceMs: referenceMs(),
    notes: [
      `VAE objectives: a step takes ${elbo.toFixed(2)} ms with the ELBO and ${weighted.toFixed(2)} ms with IWAE, K = 10, median of alternating rounds.`,
    ],
  };
}
