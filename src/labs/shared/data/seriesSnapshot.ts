import type { OfKind } from '../../lab.ts';

/**
 * What snapshots of models of a series have in common. T steps shown, D data dimension, d latent dimension.
 */
export interface SeriesSnapshot extends OfKind {
  /** T, steps shown: of the stretch held out of training, and where that is short before it too. */
  readonly steps: number;
  readonly dataDimension: number;
  readonly latentDimension: number;
  /** Row of the data set that step 0 shows. */
  readonly firstRow: number;
  /** The model sees steps before this one; 0: none, T: all. */
  readonly inputEnds: number;
  /** T x D: what is, or would be, observed; NaN where a value is missing. */
  readonly data: Float32Array;
  /** T x D: the same without noise, where known. */
  readonly clean: Float32Array | null;
  /** T x D: mean of the decoded samples. */
  readonly prediction: Float32Array;
  /** Samples behind the mean. */
  readonly sampleCount: number;
  /** T x d: means of the latents; of the samples where the input has ended. */
  readonly latents: Float32Array;
  /**
   * Mean squared error against the clean signal, or the data where that is not known, in the data
   * set's unit of distance.
   */
  readonly errors: { readonly seen: number | null; readonly ahead: number | null };
  /** Whether edits lay over the learned model when this was made. */
  readonly edited: boolean;
  /** First step at which a latent had run away so far that it is held there; null where none did. */
  readonly heldFrom: number | null;
  /** Why the picture is that of an earlier look: the edits break inference. */
  readonly trouble: string | null;
}
