import { useMemo } from 'react';
import { useController } from '../../../store/context.ts';

/** Handlers with which a plot tells all others what is under the pointer or chosen in it. */
export interface Linking {
  readonly hoverRow: (row: number | null) => void;
  readonly selectRow: (row: number | null) => void;
  readonly hoverCluster: (id: number | null) => void;
  /** Choosing what is chosen gives it up. */
  readonly selectCluster: (id: number | null) => void;
}

export function useLinking(): Linking {
  const controller = useController();
  return useMemo(
    () => ({
      hoverRow: (row) => controller.hover('row', row),
      selectRow(row) {
        const { selectedRow } = controller.run.getState();
        controller.select('row', row === selectedRow ? null : row);
      },
      hoverCluster: (id) => controller.hover('cluster', id),
      selectCluster(id) {
        const { selectedCluster } = controller.run.getState();
        controller.select('cluster', id === selectedCluster ? null : id);
      },
    }),
    [controller],
  );
}
