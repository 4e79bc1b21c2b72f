/** A model's part of a snapshot, as its plot takes it. */

import { ellipseOutline, type PlottedOutline } from '../../../../plots/layers/outlines.ts';
import { cloudOf } from '../../../../plots/plane/coordinates.ts';
import { isInUse } from '../../../shared/data/inUse.ts';
import type { CompareSnapshot, ModelName, Outline } from '../../snapshot.ts';
import type { ModelPlotProps } from './ModelPlot.tsx';

type ModelView = Pick<
  ModelPlotProps,
  'points' | 'assignments' | 'confidence' | 'outlines' | 'samples'
>;
type Axes = readonly [number, number];

/** Clusters in use, in words: what the colours of a panel tell apart. */
export function clustersInWords(model: ModelName, snapshot: CompareSnapshot): string {
  if (model === 'vae') return 'no clusters';
  const used = snapshot[model].clusters.filter(isInUse).length;
  return used === 1 ? '1 cluster' : `${used} clusters`;
}

/**
 * @param observations N x D: a GMM leaves points where they are
 */
export function modelView(
  model: ModelName,
  snapshot: CompareSnapshot,
  observations: Float32Array,
  axes: Axes,
): ModelView {
  const { gmm, vae, svae, outlines, dataDimension } = snapshot;
  const decoded = (list: readonly Outline[] = []): PlottedOutline[] =>
    list.map(({ cluster, points }) => ({ cluster, cloud: cloudOf(points, dataDimension, axes) }));
  switch (model) {
    case 'gmm':
      return {
        points: observations,
        assignments: gmm.assignments,
        confidence: gmm.confidence,
        outlines: gmm.clusters
          .filter(isInUse)
          .map((cluster) => ellipseOutline({ ...cluster, removed: false }, axes)),
        samples: gmm.samples,
      };
    case 'vae':
      return {
        points: vae.reconstructions,
        assignments: null,
        outlines: decoded(outlines?.vae),
        samples: vae.samples && { data: vae.samples.data, clusters: null },
      };
    case 'svae':
      return {
        points: svae.reconstructions,
        assignments: svae.assignments,
        confidence: svae.confidence,
        outlines: decoded(outlines?.svae),
        samples: svae.samples,
      };
  }
}
