import { useEffect, useState } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { svaeGmm } from '../../lab.ts';
import type { PointInspection } from '../../snapshot.ts';

/** A pointer that sweeps over a cloud asks for the points it rests on, not for all it passes. */
const REST_MS = 40;
/** While the model changes, the bars follow about this often. */
const FOLLOW_MS = 120;

/**
 * Responsibilities of the point hovered, or else of the one selected: kept up to date while the
 * model changes; null when no point is meant. A late answer for another point is dropped.
 */
export function usePointResponsibilities(): PointInspection | null {
  const controller = useController();
  const row = useRun(({ hoveredRow, selectedRow }) => hoveredRow ?? selectedRow);
  const [shown, setShown] = useState<PointInspection | null>(null);

  useEffect(() => {
    if (row === null) {
      setShown(null);
      return;
    }
    let isMeant = true;
    let timer = setTimeout(ask, REST_MS);
    let asked: unknown = null;
    const point = row;
    async function ask(): Promise<void> {
      const { snapshot } = controller.run.getState();
      if (snapshot !== asked) {
        asked = snapshot;
        // Fails only when the run has gone, and with it the point.
        const query = { kind: 'point', row: point } as const;
        const answer = await controller.inspect(svaeGmm, query).catch(() => null);
        if (isMeant && answer !== null) setShown(answer);
      }
      if (isMeant) timer = setTimeout(ask, FOLLOW_MS);
    }
    return () => {
      isMeant = false;
      clearTimeout(timer);
    };
  }, [controller, row]);

  return row === null ? null : shown;
}
