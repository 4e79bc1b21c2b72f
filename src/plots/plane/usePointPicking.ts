import type { PointerEvent } from 'react';
import type { PlotPointerKind } from '../host/PlotHost.tsx';
import type { Cloud, PlanePoint, Screen } from './coordinates.ts';
import type { Frame } from './frame.ts';
import { nearestRow } from './nearest.ts';
import type { Picking } from './scene.ts';
import { useClick } from './useClick.ts';

/** A point lights up within this distance, CSS pixels; fingers get more. */
const REACH = 18;
const TOUCH_REACH = 28;

function pick(
  clouds: readonly Cloud[],
  frame: Frame<PlanePoint<string>>,
  at: Screen,
  reach: number,
): number | null {
  let row: number | null = null;
  let least = reach;
  for (const cloud of clouds) {
    const found = nearestRow(cloud, frame, at, least);
    if (found === null) continue;
    row = found.row;
    least = found.distance;
  }
  return row;
}

/** Pointer handlers that tell which row is under the pointer and which was clicked. */
export function usePointPicking({ clouds, onHover, onSelect }: Picking) {
  const isClick = useClick();

  return (
    kind: PlotPointerKind,
    at: Screen,
    frame: Frame<PlanePoint<string>>,
    event: PointerEvent,
  ): void => {
    const clicks = isClick(kind, at, event);
    const reach = event.pointerType === 'touch' ? TOUCH_REACH : REACH;
    const onCluster =
      event.target instanceof Element && event.target.closest('[data-cluster]') !== null;
    switch (kind) {
      case 'move':
        onHover?.(onCluster ? null : pick(clouds, frame, at, reach));
        break;
      case 'up': {
        if (!clicks || onCluster) break;
        const row = pick(clouds, frame, at, reach);
        if (event.pointerType === 'touch') onHover?.(row);
        onSelect?.(row);
        break;
      }
      case 'cancel':
      case 'leave':
        if (event.pointerType !== 'touch') onHover?.(null);
    }
  };
}
