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
  const { run } = useController();
  return useMemo(
    () => ({
      // Plots tell of every move of the pointer.
      hoverRow: (hoveredRow) => {
        if (hoveredRow !== run.getState().hoveredRow) run.setState({ hoveredRow });
      },
      selectRow: (row) =>
        run.setState(({ selectedRow }) => ({ selectedRow: row === selectedRow ? null : row })),
      hoverCluster: (hoveredCluster) => run.setState({ hoveredCluster }),
      selectCluster: (id) =>
        run.setState(({ selectedCluster }) => ({
          selectedCluster: id === selectedCluster ? null : id,
        })),
    }),
    [run],
  );
}
