import { useEffect, useState } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { CsvInHand } from '../../shared/ownData/CsvInHand.tsx';
import { useWantsPoints } from '../../shared/ownData/points/useWantsPoints.ts';
import { FIRST_AXES } from '../../shared/stage/AxisChoice.tsx';
import { StickyBreakdown } from '../../shared/stage/BreakdownBanner.tsx';
import { StageTrouble } from '../../shared/stage/StageTrouble.tsx';
import { useFlags } from '../../shared/stage/viewFlags.ts';
import { useMeasuring } from './measuring/useMeasuring.ts';
import { MODELS } from './names.ts';
import styles from './Stage.module.css';
import { BoundsPanel } from './stage/BoundsPanel.tsx';
import { FiguresTable } from './stage/FiguresTable.tsx';
import { FIRST_LAYERS, SAMPLE_COUNT } from './stage/layers.tsx';
import { ModelPanel } from './stage/ModelPanel.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';

/** The data and the three models beside them, in pictures and in numbers (figure 6.2). */
export function Stage() {
  const controller = useController();
  const [axes, setAxes] = useState(FIRST_AXES);
  const { flags: layers, setFlag: setLayer } = useFlags(FIRST_LAYERS);
  useEffect(() => {
    controller.setView({ samples: layers.samples ? SAMPLE_COUNT : 0 });
  }, [controller, layers.samples]);
  useMeasuring();
  const isWanting = useWantsPoints();
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  return (
    <div className={styles.stage}>
      <StickyBreakdown />
      <div className={styles.grid} data-stage-part="stage" inert={isDown}>
        <div className={styles.panels}>
          <ObservationsPanel axes={axes} onAxes={setAxes} />
          {MODELS.map((model) => (
            <ModelPanel key={model} model={model} axes={axes} layers={layers} onLayer={setLayer} />
          ))}
        </div>
        <div className={styles.numbers}>
          <FiguresTable />
          <BoundsPanel />
        </div>
      </div>
      <StageTrouble isWanting={isWanting} />
      <CsvInHand />
    </div>
  );
}
