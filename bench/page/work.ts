/** Work that the bench times in the browser's JavaScript by itself: no page, no worker, no pictures. */
import { engine as em } from '../../src/labs/em/engine/index.ts';
import { type EmSettings, emTable } from '../../src/labs/em/settings.ts';
import { defaultValues } from '../../src/settings/values.ts';
import { sweepMs } from '../ldsSweeps.ts';
import { drawnCorpus, passMs } from '../topicsPass.ts';

/** Each gives milliseconds, several times, after a warm-up. */
const work = {
  /** Iterations of EM for a Gaussian mixture: 10,000 points, 15 clusters. */
  emIterations(): readonly number[] {
    const [blobs, warmUp, count] = [5, 30, 100];
    const settings: EmSettings = {
      ...defaultValues(emTable('gmm')),
      ...{ restarts: 1, clusters: 15, blobs, pointsPerArm: 10_000 / blobs },
    };
    const dataset = em.makeDataset(settings, 0, null);
    const engine = em.create({ settings, dataset, seed: 0 });
    const times = Array.from({ length: warmUp + count }, () => {
      const start = performance.now();
      const outcome = engine.train();
      if (!outcome.ok) throw new Error(outcome.breakdown.message);
      return performance.now() - start;
    });
    return times.slice(warmUp);
  },
  ldsSweeps: () => sweepMs(),
  topicPasses: () => passMs(drawnCorpus()),
} satisfies Record<string, () => readonly number[]>;

declare global {
  interface Window {
    svaeWork: typeof work;
  }
}

window.svaeWork = work;
