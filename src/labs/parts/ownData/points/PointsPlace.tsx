import { type ReactNode, useEffect } from 'react';
import type { Theme } from '../../../../plots/palette.ts';
import { useCsvDrop } from '../useCsvDrop.ts';
import { DrawnPointsPlot } from './DrawnPointsPlot.tsx';
import { pointsIntake, stopDrawing, useIsDrawing } from './drawing.ts';
import { NoPointsYet } from './NoPointsYet.tsx';
import styles from './PointsPlace.module.css';
import { useWantsPoints } from './useWantsPoints.ts';

export interface PointsPlaceProps {
  readonly theme: Theme;
  /** The plot of the data, while there are some and nobody draws. */
  readonly children: ReactNode;
}

/** Where a lab shows its points: own ones are drawn here, and files dropped. */
export function PointsPlace({ theme, children }: PointsPlaceProps) {
  const isDrawing = useIsDrawing();
  const isWanting = useWantsPoints();
  const drop = useCsvDrop(pointsIntake);
  useEffect(() => stopDrawing, []);
  return (
    <div className={styles.target} data-over={drop.isOver || undefined} {...drop.handlers}>
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
