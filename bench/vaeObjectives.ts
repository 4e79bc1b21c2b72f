/** What the importance-weighted bound gains over the ELBO as the objective of a VAE, headless, and what its step costs. */
import { firstSeeds, higher, lower, type Measurement } from './figures.ts';
import { referenceMs } from './referenceWork.ts';
import { mean } from './statistics.ts';
import { stepMs } from './steps.ts';
import { PROCESSES } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

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

export async function measureVaeObjectives(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 10 : 2);
  const train = async (settings: readonly string[]) =>
    heldOut(await trainSeeds<Run>('vae', seeds, STEPS, settings));
  const samples = `importanceSamples=${SAMPLES}`;
  const [elbo, plain, doubly] = await Promise.all([
    train([]),
    train(['objective=iwae', samples]),
    train(['objective=iwae-dreg', samples]),
  ]);
  const figure = (name: string, values: readonly number[]) => {
    const gains = values.map((value, i) => value - elbo[i]);
    const measured = `${withError(gains)} nats`;
    return { name, atLeast: higher(0, '> 0'), aim: null, value: mean(gains), measured };
  };
  return {
    figures: [
      figure(`VAE on spirals, held-out log p gained by IWAE, K = ${SAMPLES}`, plain),
      figure(`the same with doubly reparameterised gradients`, doubly),
    ],
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `VAE objectives: wasm in Node, ${PROCESSES} processes; held-out log p by importance sampling, nats per observation, mean and standard error over ${seeds.length} seeds: ELBO ${withError(elbo)}, IWAE ${withError(plain)}, doubly reparameterised ${withError(doubly)}. Gains are of the same seed.`,
    ],
  };
}

const TIMED = { warmUp: 50, rounds: 40 };

export async function measureVaeObjectiveSteps(): Promise<Measurement> {
  const [elbo, weighted] = await stepMs(
    [
      { lab: 'vae', settings: {} },
      { lab: 'vae', settings: { objective: 'iwae', importanceSamples: 10 } },
    ],
    TIMED,
  );
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
    run: `${TIMED.rounds} rounds of ten steps, wasm, Node`,
    referenceMs: referenceMs(),
    notes: [
      `VAE objectives: a step takes ${elbo.toFixed(2)} ms with the ELBO and ${weighted.toFixed(2)} ms with IWAE, K = 10, median of alternating rounds.`,
    ],
  };
}
