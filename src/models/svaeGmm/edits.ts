/** Edits of a mixture: plain data laid over the learned clusters. Clusters are counted from 0. */
export type SvaeGmmEdit =
  | { readonly kind: 'moveCluster'; readonly cluster: number; readonly mean: readonly number[] }
  | {
      readonly kind: 'reshapeCluster';
      readonly cluster: number;
      /** d x d, row-major, symmetric positive definite. */
      readonly covariance: readonly number[];
    }
  | { readonly kind: 'weighCluster'; readonly cluster: number; readonly weight: number }
  | { readonly kind: 'removeCluster'; readonly cluster: number };
