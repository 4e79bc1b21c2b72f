import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useController } from '../../../../store/context.ts';
import { useWantsOwnData } from '../useWantsOwnData.ts';
import { stopDrawing, useIsDrawing } from './drawingState.ts';
import styles from './PointsPlace.module.css';

const DrawnPointsPlot = lazy(() => import('./DrawnPointsPlot.tsx'));
const NoPointsYet = lazy(() => import('./NoPointsYet.tsx'));

export interface PointsPlaceProps {
  /** The plot of the data, while there are some and none are being drawn. */
  readonly children: ReactNode;
}

/** Where a lab shows its points: own ones are drawn here. */
export function PointsPlace({ children }: PointsPlaceProps) {
  const isDrawing = useIsDrawing();
  const isWanting = useWantsOwnData();
  const controller = useController();
  useEffect(() => () => stopDrawing(controller), [controller]);
  return (
    <div className={styles.target}>
      <Suspense fallback={children}>
        {isDrawing ? <DrawnPointsPlot /> : isWanting ? <NoPointsYet /> : children}
      </Suspense>
    </div>
  );
}
