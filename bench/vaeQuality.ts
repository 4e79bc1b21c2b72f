/** How well a VAE gives back what it saw, headless: points in the plane, and pictures through two latents. */
import { firstSeeds, higher, type Measurement } from './figures.ts';
import { mean, spread } from './statistics.ts';
import { PROCESSES } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

const STEPS = 2000;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly explainedVariance: number;
  readonly elbo: { readonly localKl: number };
}

export async function measureVaeQuality(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 5 : 2);
  const [spirals, shapes] = await Promise.all([
    trainSeeds<Run>('vae', seeds, STEPS),
    trainSeeds<Run>('vae', seeds, STEPS, ['dataset=shapes', 'hiddenUnits=100']),
  ]);
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
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `VAE: β of 1, wasm in Node, ${PROCESSES} processes; KL ${kl(spirals)} for spirals, ${kl(shapes)} for shapes of 144 pixels.`,
    ],
  };
}
