/** How well a VAE gives back what it saw, headless: points in the plane, and pictures through two latents. */
import { higher, type Measurement } from './figures.ts';
import { mean, spread } from './statistics.ts';
import { PROCESSES, trainSeeds } from './trainRuns.ts';

const SEEDS = [0, 1, 2, 3, 4];
const STEPS = 2000;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly explainedVariance: number;
  readonly elbo: { readonly localKl: number };
}

export async function measureVaeQuality(): Promise<Measurement> {
  const spirals = await trainSeeds<Run>('vae', SEEDS, STEPS);
  const shapes = await trainSeeds<Run>('vae', SEEDS, STEPS, ['dataset=shapes', 'hiddenUnits=100']);
  const figure = (name: string, runs: readonly Run[], bar: number) => {
    const value = mean(runs.map(({ explainedVariance }) => explainedVariance));
    const atLeast = higher(bar, String(bar));
    return { name, atLeast, aim: null, value, measured: value.toFixed(3) };
  };
  const kl = (runs: readonly Run[]) =>
    spread(
      runs.map(({ elbo }) => elbo.localKl),
      'nats',
      2,
    );
  return {
    figures: [
      figure('VAE, share of the variance reconstructed, spirals', spirals, 0.99),
      figure('VAE, share of the variance reconstructed, shapes through two latents', shapes, 0.8),
    ],
    run: `seeds ${SEEDS[0]} to ${SEEDS[SEEDS.length - 1]}, ${STEPS} steps, Node`,
    notes: [
      `VAE: ${STEPS} steps, seeds ${SEEDS[0]} to ${SEEDS[SEEDS.length - 1]}, β of 1, wasm in Node, ${PROCESSES} processes; KL ${kl(spirals)} for spirals, ${kl(shapes)} for shapes of 144 pixels.`,
    ],
  };
}
