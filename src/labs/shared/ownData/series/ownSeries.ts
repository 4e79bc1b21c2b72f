/** How the stage shows an own series. */
import { useMemo } from 'react';
import type { ColumnUnits } from '../../../../datasets/columnUnits.ts';
import { useDocument, useRun } from '../../../../store/context.ts';

/** How strips show a measured series; nothing of it while generated data are shown. */
export interface OwnStrip {
  readonly columns?: readonly string[];
  readonly units?: ColumnUnits;
  /** Values at the ends of the colour map: those of all rows, the ones held out too. */
  readonly range?: readonly [number, number];
}

const NO_OWN_STRIP: OwnStrip = {};
/** Predictions go a little further than what was seen. */
const AIR = 0.125;

export function useOwnStrip(): OwnStrip {
  const dataset = useRun((state) => state.dataset);
  return useMemo(() => {
    if (!dataset?.own) return NO_OWN_STRIP;
    const { columns, units, values } = dataset;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      // A missing value is NaN, and no comparison with it holds.
      if (value < low) low = value;
      if (value > high) high = value;
    }
    // A series that does not move still has a range to draw.
    const air = AIR * (high - low || 1);
    return { columns, units, range: [low - air, high + air] };
  }, [dataset]);
}

/** Windows of half an own series, which fit into its rows for training; null where they would be no shorter. */
export function useShorterWindows() {
  const rows = useDocument((document) => document.ownData?.rows ?? 0);
  const windowSteps = useDocument(({ settings }) => Number(settings.windowSteps));
  const isOwn = useDocument(({ settings }) => settings.signal === 'own');
  const shorter = Math.max(2, Math.floor(rows / 2));
  if (!isOwn || rows === 0 || shorter >= windowSteps) return null;
  return { label: `Windows of ${shorter} steps`, settings: { windowSteps: shorter } };
}
