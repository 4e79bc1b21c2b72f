import { type ReactNode, useEffect } from 'react';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { DataSpacePlot } from '../../stage/DataSpacePlot.tsx';
import { LoadCsvButton } from '../LoadCsvButton.tsx';
import { useWantsOwnData } from '../useWantsOwnData.ts';
import { DrawnPointsPlot } from './DrawnPointsPlot.tsx';
import { pointsIntake, startDrawing, stopDrawing, useIsDrawing } from './drawing.ts';
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

const NO_POINTS = new Float32Array(0);

/** Own points are asked for and there are none: an empty plot, and the ways to get some. */
function NoPointsYet() {
  const controller = useController();
  return (
    <>
      <DataSpacePlot
        observations={NO_POINTS}
        dimension={2}
        columns={['x', 'y']}
        hovered={null}
        selected={null}
        hoveredCluster={null}
        motionKey="empty"
      />
      <div className={styles.empty}>
        <p className={styles.emptyTitle}>No points yet</p>
        <p>Draw some here, or load a CSV file with two or more columns of numbers.</p>
        <p className={styles.emptyActions}>
          <Button variant="primary" onClick={() => startDrawing(controller)}>
            Draw points
          </Button>
          <LoadCsvButton intake={pointsIntake} />
        </p>
        <p className={styles.emptyHint}>A file can also be dropped anywhere on the page.</p>
      </div>
    </>
  );
}
