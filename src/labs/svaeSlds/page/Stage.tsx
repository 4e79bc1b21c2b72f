import { lazy, useEffect } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { editsOf } from '../../lab.ts';
import { EditsOverModel } from '../../shared/editing/EditsOverModel.tsx';
import { useShorterWindows } from '../../shared/ownData/series/ownSeries.ts';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import { SharedPlace } from '../../shared/stage/SharedPlace.tsx';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { svaeSlds } from '../lab.ts';
import { svaeSldsLayers } from '../layers.ts';
import { useSldsEditing } from './editing/sldsEditing.ts';
import styles from './Stage.module.css';
import { FanPanel } from './stage/FanPanel.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { PredictionPanel } from './stage/PredictionPanel.tsx';
import { RibbonPanel } from './stage/RibbonPanel.tsx';
import { StateFigures } from './stage/StateFigures.tsx';

const DialsPanel = lazy(() => whenUsable(() => import('./stage/DialsPanel.tsx')));
const ChainPanel = lazy(() => whenUsable(() => import('./stage/ChainPanel.tsx')));
const StatesPanel = lazy(() => whenUsable(() => import('./stage/StatesPanel.tsx')));
const SweepsView = lazy(() => import('./slow/SweepsView.tsx'));

const OF_PAINT =
  'Painted steps change the pictures only. The ELBO and training use the rows for training without paint.';

/** Forecasts drawn one by one: enough to see where they part, few enough to see through. */
const FAN = 12;

/** Panels that share one place on a projector. */
const PANELS = [
  {
    name: 'Forecasts',
    part: 'fan',
    panel: (
      <div className={styles.fan}>
        <FanPanel />
      </div>
    ),
  },
  {
    name: 'States',
    part: 'table',
    panel: (
      <div className={styles.table}>
        <LaterPanel name="The states in figures" part="table" panel={StatesPanel} />
      </div>
    ),
  },
  {
    name: 'ELBO',
    part: 'bound',
    panel: (
      <div className={styles.bound}>
        <Bound />
      </div>
    ),
  },
];

/** What is observed, the states behind it, what follows from them, and what one does with them. */
export function Stage() {
  useSentView();
  const editing = useSldsEditing();
  return (
    <LabStage
      className={styles.stage}
      gridClassName={styles.grid}
      slowMotion={<SweepsView />}
      remedy={useShorterWindows()}
      tellsBreakdown
    >
      <div className={styles.strips}>
        <ObservationsPanel />
        <RibbonPanel />
        <PredictionPanel />
      </div>
      <div className={styles.bar} data-export="leave-out">
        <StateFigures />
        <EditsOverModel clear={editing.clear} bake={editing.bake} />
      </div>
      <div className={styles.dials}>
        <LaterPanel name="Eigenvalues of each state" part="eigenvalues" panel={DialsPanel} />
      </div>
      <div className={styles.chain}>
        <LaterPanel name="Transitions between states" part="chain" panel={ChainPanel} />
      </div>
      <SharedPlace className={styles.place} panels={PANELS} />
    </LabStage>
  );
}

/** The ELBO, with a note where steps are painted: paint does not change it. */
function Bound() {
  const hasPaint = useDocument((document) =>
    editsOf(svaeSlds, document).some(({ kind }) => kind === 'paintState'),
  );
  return <BoundPanel tellsBreakdown={false} news={hasPaint ? OF_PAINT : null} />;
}

/** Tells the session what of the model is drawn; with each new run it knows already. */
function useSentView(): void {
  const controller = useController();
  const { shown } = useLayers(svaeSldsLayers);
  const fan = shown.fan ? FAN : 0;
  useEffect(() => {
    controller.setView({ fan });
  }, [controller, fan]);
}
