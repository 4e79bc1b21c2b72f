import { useState } from 'react';
import { FIRST_AXES } from '../../shared/stage/AxisChoice.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { useLayers, useSentSamples } from '../../shared/stage/useLayers.ts';
import { compareLayers } from '../layers.ts';
import { useMeasuring } from './measuring/useMeasuring.ts';
import { MODELS } from './names.ts';
import styles from './Stage.module.css';
import { BoundsPanel } from './stage/BoundsPanel.tsx';
import { FiguresTable } from './stage/FiguresTable.tsx';
import { ModelPanel } from './stage/ModelPanel.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';

/** The data and the three models beside them, in pictures and in numbers (figure 6.2). */
export function Stage() {
  const [axes, setAxes] = useState(FIRST_AXES);
  useSentSamples(useLayers(compareLayers).shown.samples);
  useMeasuring();
  return (
    <LabStage className={styles.stage} gridClassName={styles.grid} tellsBreakdown>
      <div className={styles.panels}>
        <ObservationsPanel axes={axes} onAxes={setAxes} />
        {MODELS.map((model) => (
          <ModelPanel key={model} model={model} axes={axes} />
        ))}
      </div>
      <div className={styles.numbers}>
        <FiguresTable />
        <BoundsPanel />
      </div>
    </LabStage>
  );
}
