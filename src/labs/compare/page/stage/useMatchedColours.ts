import { useRef } from 'react';
import { useRun } from '../../../../store/context.ts';
import type { CompareSnapshot, ModelName } from '../../snapshot.ts';
import type { ModelPlotProps } from './ModelPlot.tsx';
import { matchedColours } from './matchedColours.ts';

/** What of a view has the colours of clusters. */
type Coloured = Pick<ModelPlotProps, 'assignments' | 'outlines' | 'samples'>;

/**
 * The colours of a model's clusters: those of the true classes they match, or, where no classes are
 * known, those of the SVAE's clusters. Null where there are no clusters.
 */
export function useMatchedColours(
  model: ModelName,
  snapshot: CompareSnapshot | null,
): readonly number[] | null {
  const runId = useRun((state) => state.runId);
  const labels = useRun((state) => state.dataset?.labels ?? null);
  const seen = useRef<{
    readonly runId: number;
    readonly snapshot: CompareSnapshot | null;
    readonly colours: readonly number[] | null;
  } | null>(null);
  if (seen.current?.snapshot !== snapshot || seen.current.runId !== runId) {
    const before = seen.current?.runId === runId ? seen.current.colours : null;
    const colours = snapshot && coloursOf(model, snapshot, labels, before);
    seen.current = { runId, snapshot, colours };
  }
  return seen.current.colours;
}

/** The same for one picture, given the colours of the one before. */
export function coloursOf(
  model: ModelName,
  snapshot: CompareSnapshot,
  labels: ArrayLike<number> | null,
  before: readonly number[] | null,
): readonly number[] | null {
  if (model === 'vae') return null;
  const { assignments, clusters } = snapshot[model];
  const count = 1 + Math.max(...clusters.map(({ id }) => id));
  if (labels) return matchedColours(assignments, labels, count, before);
  if (model === 'svae') return Array.from({ length: count }, (_, cluster) => cluster);
  return matchedColours(assignments, snapshot.svae.assignments, count, before);
}

/** A view with its clusters in these colours. */
export function inColours<View extends Coloured>(
  view: View,
  colours: readonly number[] | null,
): View {
  if (colours === null) return view;
  const { assignments, outlines, samples } = view;
  const recoloured = (clusters: ArrayLike<number> | null) =>
    clusters && Array.from(clusters, (cluster) => colours[cluster]);
  return {
    ...view,
    assignments: recoloured(assignments),
    outlines: outlines.map((outline) => ({
      ...outline,
      cluster: outline.cluster === null ? null : colours[outline.cluster],
    })),
    samples: samples && { ...samples, clusters: recoloured(samples.clusters) },
  };
}
