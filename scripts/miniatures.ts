/** The still picture on a lab's card at home, from the model the lab opens with. */

import type { CompareSnapshot } from '../src/labs/compare/snapshot.ts';
import type { EmSnapshot } from '../src/labs/em/snapshot.ts';
import type { AnyEngine, Dataset } from '../src/labs/engine.ts';
import type { ExpertsSnapshot } from '../src/labs/mixtureOfExperts/snapshot.ts';
import { isInUse } from '../src/labs/shared/data/inUse.ts';
import type { SvaeGmmSnapshot } from '../src/labs/svaeGmm/snapshot.ts';
import type { SvaeLdsSnapshot } from '../src/labs/svaeLds/snapshot.ts';
import type { VaeSnapshot } from '../src/labs/vae/snapshot.ts';

/** One point in so many is enough for a picture of that size. */
const EVERY = 4;
/** Steps on either side of the line where input ends. */
const AROUND_INPUT_END = 60;
const CURVES = 2;
/** An expert's line is drawn where the gate gives it at least this share. */
const LEADING = 0.5;

/** For each lab that has one: where the picture's data belong, and what they are. */
export const miniatures: Readonly<
  Record<
    string,
    {
      readonly path: string;
      /** Of a lab that opens untrained: the preset that is trained for the picture, and how long. */
      readonly preset?: string;
      readonly steps?: number;
      readonly make: (engine: AnyEngine, dataset: Dataset) => unknown;
    }
  >
> = {
  em: {
    path: 'src/labs/em/miniature.generated.json',
    preset: 'mixture',
    steps: 200,
    make(engine, { values, dimension: d }) {
      const { rows, assignments, clusters } = engine.snapshot().snapshot as EmSnapshot;
      const shown = everyFourth(rows);
      return {
        latents: shown.flatMap((n) => rounded(values.subarray(n * d, (n + 1) * d))),
        assignments: shown.map((n) => assignments[n]),
        clusters: clusters.map(({ id, weight, count, mean, covariance }) => ({
          id,
          weight: round(weight),
          count: round(count),
          mean: rounded(mean),
          covariance: rounded(covariance),
          removed: false,
        })),
      };
    },
  },
  'mixture-of-experts': {
    path: 'src/labs/mixtureOfExperts/miniature.generated.json',
    preset: 'zigzag',
    steps: 200,
    make(engine, { values }) {
      const { rows, assignments, experts, x, predictions, gates } = engine.snapshot()
        .snapshot as ExpertsSnapshot;
      const K = experts.length;
      const shown = everyFourth(rows);
      const places = everyFourth(x.length);
      return {
        points: shown.map((n) => [round(values[2 * n]), round(values[2 * n + 1]), assignments[n]]),
        lines: experts.map((_, k) =>
          places
            .filter((g) => gates[g * K + k] > LEADING)
            .map((g) => [round(x[g]), round(predictions[g * K + k])]),
        ),
      };
    },
  },
  vae: {
    path: 'src/labs/vae/miniature.generated.json',
    make(engine, { labels }) {
      const { rows, latents, latentDimension: d } = engine.snapshot().snapshot as VaeSnapshot;
      const shown = everyFourth(rows);
      return {
        latents: shown.flatMap((n) => rounded(latents.subarray(n * d, (n + 1) * d))),
        labels: shown.map((n) => labels?.[n] ?? 0),
      };
    },
  },
  'svae-gmm': {
    path: 'src/labs/svaeGmm/miniature.generated.json',
    make(engine) {
      const snapshot = engine.snapshot({ afresh: true }).snapshot as SvaeGmmSnapshot;
      const d = snapshot.latentDimension;
      const rows = everyFourth(snapshot.rows);
      return {
        latents: rows.flatMap((n) => rounded(snapshot.latents.subarray(n * d, (n + 1) * d))),
        assignments: rows.map((n) => snapshot.assignments[n]),
        clusters: snapshot.clusters.filter(isInUse).map((cluster) => ({
          ...cluster,
          weight: round(cluster.weight),
          count: round(cluster.count),
          mean: rounded(cluster.mean),
          covariance: rounded(cluster.covariance),
        })),
      };
    },
  },
  'svae-lds': {
    path: 'src/labs/svaeLds/miniature.generated.json',
    make(engine) {
      const snapshot = engine.snapshot({ afresh: true }).snapshot as SvaeLdsSnapshot;
      const { dataDimension: D, latentDimension: d, inputEnds, latents } = snapshot;
      const from = Math.max(0, inputEnds - AROUND_INPUT_END);
      const to = inputEnds + AROUND_INPUT_END;
      const columns = Array.from({ length: d }, (_, column) =>
        rounded(latents.subarray(from * d, to * d).filter((_value, at) => at % d === column)),
      );
      return {
        pixels: D,
        data: rounded(snapshot.data.subarray(from * D, to * D)),
        prediction: rounded(snapshot.prediction.subarray(from * D, to * D)),
        inputEnd: inputEnds - from,
        latents: columns.sort((a, b) => range(b) - range(a)).slice(0, CURVES),
      };
    },
  },
  compare: {
    path: 'src/labs/compare/miniature.generated.json',
    make(engine, { values, labels, dimension: d }) {
      const snapshot = engine.snapshot({ afresh: true }).snapshot as CompareSnapshot;
      const { rows, gmm, vae, svae } = snapshot;
      const shown = everyFourth(rows);
      const panel = (points: Float32Array, clusters: ArrayLike<number> | null) => ({
        points: shown.flatMap((n) => rounded(points.subarray(n * d, n * d + 2))),
        clusters: clusters && shown.map((n) => clusters[n]),
      });
      return {
        panels: [
          panel(values, labels),
          panel(values, gmm.assignments),
          panel(vae.reconstructions, null),
          panel(svae.reconstructions, svae.assignments),
        ],
      };
    },
  },
};

const everyFourth = (rows: number): number[] =>
  Array.from({ length: Math.ceil(rows / EVERY) }, (_, i) => i * EVERY);

function range(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

function rounded(values: ArrayLike<number>): number[] {
  return Array.from(values, round);
}
