/** What plots of the same data share: the data, their plane, and what is pointed at in all of them. */
import { useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { cloudOf } from './coordinates.ts';
import { cloudExtent } from './extent.ts';
import type { Picking } from './scene.ts';
import { usePlaneUnits } from './usePlaneUnits.ts';

/** Rows that are hovered and selected in all plots alike. */
export interface RowsProps extends Omit<Picking, 'clouds'> {
  /** Whatever moves glides to its new place when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes, and otherwise follows what it shows slowly. */
  readonly domainKey?: string | number | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

/** The same of clusters. */
export interface LinkedClusters {
  readonly hoveredCluster: number | null;
  readonly selectedCluster: number | null;
  readonly onHoverCluster: (id: number | null) => void;
  readonly onSelectCluster: (id: number | null) => void;
}

/** Observations in two of their columns. */
export interface DataProps {
  /** N x dimension, row-major. */
  readonly observations: Float32Array;
  readonly dimension: number;
  /** Names of the columns, `dimension` of them. */
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless given. */
  readonly units?: ColumnUnits | undefined;
  /** The two columns shown; the first two unless given. */
  readonly axes?: readonly [number, number] | undefined;
}

/** The plane of the data, the observations in it, and the axes with a stable identity. */
export function useDataPlane(
  { observations, dimension, columns, units, axes: [i, j] = [0, 1] }: DataProps,
  domainKey: string | number = '',
) {
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const observed = cloudOf(observations, dimension, axes);
  const of = {
    xLabel: columns[i] ?? '',
    yLabel: columns[j] ?? '',
    units: usePlaneUnits(units, axes),
    extent: cloudExtent(observed),
    domainKey: `${domainKey} ${i} ${j}`,
  };
  return { axes, observed, of };
}
