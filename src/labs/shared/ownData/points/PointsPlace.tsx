import { type ReactNode, useEffect } from 'react';
import { useController } from '../../../../store/context.ts';
import { useWantsOwnData } from '../useWantsOwnData.ts';
import { DrawnPointsPlot } from './DrawnPointsPlot.tsx';
import { stopDrawing, useIsDrawing } from './drawing.ts';
import { NoPointsYet } from './NoPointsYet.tsx';
import styles from './PointsPlace.module.css';

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
      {isDrawing ? <DrawnPointsPlot /> : isWanting ? <NoPointsYet /> : children}
    </div>
  );
}
