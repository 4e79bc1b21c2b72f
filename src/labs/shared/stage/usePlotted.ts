/** What every plot of the data takes from the store. */
import { useMemo } from 'react';
import type { Placeholder } from '../../../plots/host/PlotPlaceholder.tsx';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import { useRun, useSnapshot, useSnapshotPart } from '../../../store/context.ts';
import type { Lab, OfKind } from '../../lab.ts';
import { useWantsOwnData } from '../ownData/useWantsOwnData.ts';
import { useMotionKey } from './useMotionKey.ts';
import { useTarget } from './useTarget.ts';

const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];

/** The data set; empty while there is none. */
export function useObserved() {
  const dataset = useRun((state) => state.dataset);
  return {
    observations: dataset?.values ?? NO_POINTS,
    dimension: dataset?.dimension ?? 2,
    columns: dataset?.columns ?? NO_COLUMNS,
    units: dataset?.units,
  };
}

/** N class numbers from 0, by which points are coloured; all 0 where the data have no classes. */
export function useClasses(): ArrayLike<number> {
  const dataset = useRun((state) => state.dataset);
  return useMemo(() => dataset?.labels ?? new Int32Array(dataset?.rows ?? 0), [dataset]);
}

/** The rows that are hovered and selected in all plots alike, and when a plot glides or starts again. */
export function useRows() {
  const rows = useTarget('row');
  const motionKey = useMotionKey();
  const domainKey = useRun((state) => state.runId);
  return { ...rows, motionKey, domainKey };
}

/** The same of clusters. */
export function useClusters() {
  const { hovered, selected, onHover, onSelect } = useTarget('cluster');
  return {
    ...{ hoveredCluster: hovered, selectedCluster: selected },
    ...{ onHoverCluster: onHover, onSelectCluster: onSelect },
  };
}

/**
 * A part of what there is to draw. The component renders again only when the part changes, so `select`
 * must return the same object as long as nothing has changed.
 */
export function useDrawnPart<Snapshot extends OfKind, Part>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  select: (snapshot: Snapshot) => Part,
): Part | null {
  const isWanting = useWantsOwnData();
  const part = useSnapshotPart(lab, select);
  return isWanting ? null : part;
}

/**
 * What there is to draw of a lab: its newest snapshot, or what stands in place of a plot. None is drawn
 * while own data are asked for.
 *
 * @param empty said in place of the plot while own data are asked for
 */
export function useDrawn<Snapshot extends OfKind>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  empty = '',
  loading = 'Loading the model',
) {
  const isWanting = useWantsOwnData();
  const newest = useSnapshot(lab);
  const snapshot = isWanting ? null : newest;
  const placeholder: Placeholder | null = isWanting
    ? { kind: 'empty', message: empty }
    : snapshot
      ? null
      : { kind: 'loading', message: loading };
  return { snapshot, isWanting, placeholder };
}
