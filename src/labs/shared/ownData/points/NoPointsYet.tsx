import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { DataSpacePlot } from '../../stage/DataSpacePlot.tsx';
import { LoadCsvButton } from '../LoadCsvButton.tsx';
import { pointsIntake, startDrawing } from './drawing.ts';
import styles from './NoPointsYet.module.css';

const NO_POINTS = new Float32Array(0);

/** Own points are asked for and there are none: an empty plot, and the ways to get some. */
export default function NoPointsYet() {
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
