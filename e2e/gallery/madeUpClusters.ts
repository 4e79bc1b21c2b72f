import { randomLcg, randomNormal } from 'd3';
import type { PlottedCluster } from '../../src/plots/layers/clusterView.ts';

/** Made-up snapshots that look like a trained model, for looking at plots without one. */
export interface GalleryScene {
  readonly observations: Float32Array;
  readonly reconstructions: Float32Array;
  readonly latents: Float32Array;
  readonly labels: Uint16Array;
  readonly confidence: Float32Array;
  readonly clusters: readonly PlottedCluster[];
  readonly grid: {
    readonly lines: number;
    readonly coordinates: readonly number[];
    readonly points: Float32Array;
  };
  readonly samples: {
    readonly latents: Float32Array;
    readonly data: Float32Array;
    readonly clusters: Uint16Array;
  };
  readonly steps: Float64Array;
  readonly series: Record<'total' | 'reconstruction' | 'localKl' | 'globalKl', Float64Array>;
}

const ARMS = 5;
const K = 15;
const LINES = 21;

/** Five spiral arms and five elongated blobs, `perArm` points each. */
export function galleryScene(perArm: number, seed = 0.4): GalleryScene {
  const normal = randomNormal.source(randomLcg(seed))(0, 1);
  const rows = ARMS * perArm;
  const scene = {
    observations: new Float32Array(2 * rows),
    reconstructions: new Float32Array(2 * rows),
    latents: new Float32Array(2 * rows),
    labels: new Uint16Array(rows),
    confidence: new Float32Array(rows),
  };
  // Ids of the clusters in use are scattered over all of them, as after training.
  const used = [0, 3, 6, 8, 13];
  for (let row = 0; row < rows; row++) {
    const arm = row % ARMS;
    const along = normal();
    const across = normal();
    spiralPoint(scene.observations, row, arm, along, across);
    spiralPoint(scene.reconstructions, row, arm, along * 0.97, across * 0.25);
    latentPoint(scene.latents, row, arm, along, across);
    scene.labels[row] = used[arm];
    scene.confidence[row] = 1 - 0.6 * Math.exp(-0.5 * (along + 2.2) ** 2);
  }
  const clusters = Array.from({ length: K }, (_, id) => galleryCluster(id, used.indexOf(id), rows));
  const coordinates = Array.from({ length: LINES }, (_, line) => -9 + (18 * line) / (LINES - 1));
  const points = new Float32Array(2 * LINES * LINES);
  for (let cell = 0; cell < LINES * LINES; cell++) {
    const x = coordinates[cell % LINES];
    const y = coordinates[Math.floor(cell / LINES)];
    const radius = Math.hypot(x, y) * 1.9;
    const angle = Math.atan2(y, x) + 0.06 * radius;
    points[2 * cell] = radius * Math.cos(angle);
    points[2 * cell + 1] = radius * Math.sin(angle);
  }
  const samples = {
    latents: new Float32Array(400),
    data: new Float32Array(400),
    clusters: new Uint16Array(200),
  };
  for (let row = 0; row < 200; row++) {
    const arm = row % ARMS;
    const along = normal();
    const across = normal();
    spiralPoint(samples.data, row, arm, along, across);
    latentPoint(samples.latents, row, arm, along, across);
    samples.clusters[row] = used[arm];
  }
  return {
    ...scene,
    clusters,
    grid: { lines: LINES, coordinates, points },
    samples,
    ...galleryCurves(normal),
  };
}

function spiralPoint(
  out: Float32Array,
  row: number,
  arm: number,
  along: number,
  across: number,
): void {
  const raw = 1 + 0.3 * along;
  const angle = (2 * Math.PI * arm) / ARMS + 0.25 * Math.exp(raw);
  const x = 10 * raw;
  const y = 10 * 0.05 * across;
  out[2 * row] = x * Math.cos(angle) - y * Math.sin(angle);
  out[2 * row + 1] = x * Math.sin(angle) + y * Math.cos(angle);
}

function latentPoint(
  out: Float32Array,
  row: number,
  arm: number,
  along: number,
  across: number,
): void {
  const angle = (2 * Math.PI * arm) / ARMS;
  const x = 5 + 1.2 * along;
  const y = 0.35 * across;
  out[2 * row] = x * Math.cos(angle) - y * Math.sin(angle);
  out[2 * row + 1] = x * Math.sin(angle) + y * Math.cos(angle);
}

function galleryCluster(id: number, arm: number, rows: number): PlottedCluster {
  if (arm < 0) {
    const angle = id * 2.4;
    const spread = 9 + id;
    return {
      id,
      weight: id === 5 ? 0 : 0.001,
      count: 0.1,
      mean: [2 * Math.cos(angle) + id * 0.2, 2 * Math.sin(angle)],
      covariance: [spread, 0, 0, spread],
      removed: id === 5,
    };
  }
  const angle = (2 * Math.PI * arm) / ARMS;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [a, b] = [1.45, 0.14];
  const weight = 0.14 + 0.03 * arm;
  return {
    id,
    weight,
    count: weight * rows,
    mean: [5 * c, 5 * s],
    covariance: [a * c * c + b * s * s, (a - b) * c * s, (a - b) * c * s, a * s * s + b * c * c],
    removed: false,
  };
}

function galleryCurves(normal: () => number) {
  const records = 3000;
  const make = (): Float64Array => new Float64Array(records);
  const series = { total: make(), reconstruction: make(), localKl: make(), globalKl: make() };
  const steps = make();
  for (let index = 0; index < records; index++) {
    const t = index / records;
    steps[index] = index;
    series.localKl[index] = 2.6 - 1.2 * Math.exp(-t * 12) + 0.04 * normal();
    series.globalKl[index] = 0.2 + 0.9 * t ** 0.4;
    series.reconstruction[index] =
      -0.6 - 60 * Math.exp(-t * 90) - 2.4 * Math.exp(-t * 9) + 0.1 * normal();
    series.total[index] =
      series.reconstruction[index] - series.localKl[index] - series.globalKl[index];
  }
  return { steps, series };
}
