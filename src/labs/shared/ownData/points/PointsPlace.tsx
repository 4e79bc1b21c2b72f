import { type ReactNode, useEffect } from 'react';
import type { Theme } from '../../../../plots/style/palette.ts';
import { DrawnPointsPlot } from './DrawnPointsPlot.tsx';
import { stopDrawing, useIsDrawing } from './drawing.ts';
import { NoPointsYet } from './NoPointsYet.tsx';
import styles from './PointsPlace.module.css';
import { useWantsPoints } from './useWantsPoints.ts';

export interface PointsPlaceProps {
  readonly theme: Theme;
  /** The plot of the data, while there are some and none are being drawn. */
  readonly children: ReactNode;
}

/** Where a lab shows its points: own ones are drawn here. */
export function PointsPlace({ theme, children }: PointsPlaceProps) {
  const isDrawing = useIsDrawing();
  const isWanting = useWantsPoints();
  useEffect(() => stopDrawing, []);
  return (
    <div className={styles.target}>
      {isDrawing ? (
        <DrawnPointsPlot theme={theme} />
      ) : isWanting ? (
        <NoPointsYet theme={theme} />
      ) : (
        children
      )}
    </div>
  );
}
