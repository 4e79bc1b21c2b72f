/** EM for a Gaussian mixture in the browser's JavaScript, by itself: no page, no worker, no pictures. */
import { engine as em } from '../../src/labs/em/engine/index.ts';
import { type EmSettings, emTable } from '../../src/labs/em/settings.ts';
import { defaultValues } from '../../src/settings/values.ts';

declare global {
  interface Window {
    /** Milliseconds of each of `count` iterations, E-step and M-step, after a warm-up. */
    emIterations(rows: number, clusters: number, count: number): readonly number[];
  }
}

const BLOBS = 5;
const WARM_UP = 30;

window.emIterations = (rows, clusters, count) => {
  const settings: EmSettings = {
    ...defaultValues(emTable('gmm')),
    ...{ restarts: 1, clusters, blobs: BLOBS, pointsPerArm: rows / BLOBS },
  };
  const dataset = em.makeDataset(settings, 0, null);
  const engine = em.create({ settings, dataset, seed: 0 });
  const times: number[] = [];
  for (let iteration = 0; iteration < WARM_UP + count; iteration++) {
    const start = performance.now();
    const outcome = engine.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    if (iteration >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
};
