/** What the page shows of three models on the same data. N rows, D data dimension. Figures in nats. */
import type { EmSnapshot } from '../em/snapshot.ts';
import type { SvaeGmmSnapshot } from '../svaeGmm/snapshot.ts';
import type { VaeSnapshot } from '../vae/snapshot.ts';
import type { BoundColumns } from './engine/course.ts';

export const MODEL_NAMES = ['gmm', 'vae', 'svae'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** Something for each of the three. */
export type ByModel<Value> = Readonly<Record<ModelName, Value>>;

/** A closed curve in data space: the contour of a latent Gaussian at two deviations, decoded. */
export interface Outline {
  /** The cluster it belongs to; null of the one Gaussian of a VAE. */
  readonly cluster: number | null;
  /** M x D */
  readonly points: Float32Array;
}

/** Draws from a mixture in data space. */
export interface MixtureDraws {
  /** S x D */
  readonly data: Float32Array;
  readonly clusters: Uint16Array;
}

export interface CompareSnapshot {
  readonly kind: 'compare';
  readonly rows: number;
  readonly dataDimension: number;
  readonly gmm: Pick<EmSnapshot, 'assignments' | 'confidence' | 'clusters'> & {
    readonly samples: MixtureDraws | null;
    /** EM has arrived, and rests. */
    readonly converged: boolean;
  };
  readonly vae: VaeSnapshot;
  readonly svae: SvaeGmmSnapshot;
  /** Decoded contours; null where latents do not lie in a plane or on a line. */
  readonly outlines: { readonly vae: readonly Outline[]; readonly svae: readonly Outline[] } | null;
  /** The bound of each model over the steps, per datum. */
  readonly course: BoundColumns;
}

export type CompareQuery =
  /** The figures of the table that are known at once. */
  | { readonly kind: 'figures' }
  /** log p of some of the rows that likelihoods are compared on, by importance sampling. */
  | {
      readonly kind: 'likelihood';
      readonly model: ModelName;
      readonly from: number;
      readonly rows: number;
      /** Per row, 2..4096. */
      readonly samples: number;
    };

export interface ModelFigures {
  /** The bound of all data as the model stands. */
  readonly bound: number;
  /** Agreement of clusters and true classes; null where there are no clusters or no classes. */
  readonly adjustedRandIndex: number | null;
  /** Clusters with at least one expected point; null of a VAE. */
  readonly clustersUsed: number | null;
  readonly parameterCount: number;
}

export interface FiguresInspection extends ByModel<ModelFigures> {
  readonly kind: 'figures';
  readonly step: number;
  readonly timing: Timing;
  /** What likelihoods are measured on. */
  readonly evaluationData: EvaluationData;
}

/** Seconds that each model has trained since the lab was opened, and the steps that took. */
export interface Timing extends ByModel<number> {
  readonly steps: number;
}

export interface EvaluationData {
  /** Fresh points of the same distribution; where that is unknown, the data themselves. */
  readonly data: 'held-out' | 'training';
  readonly rows: number;
}

export interface LikelihoodInspection {
  readonly kind: 'likelihood';
  readonly model: ModelName;
  readonly step: number;
  readonly rows: number;
  /** Per row, averaged over the rows asked for. */
  readonly logLikelihood: number;
  readonly standardError: number;
  readonly effectiveSamples: number;
  /** log p of each row asked for. */
  readonly ofRows: Float64Array;
  /** Rows with too few effective samples for their error to be trusted. */
  readonly poorRows: number;
  /** The same without sampling, where that can be known: of the GMM. */
  readonly exact: number | null;
}

export type CompareInspection = FiguresInspection | LikelihoodInspection;
