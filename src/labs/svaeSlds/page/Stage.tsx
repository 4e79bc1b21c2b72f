import { lazy, useEffect } from 'react';
import { useController, useDocument, useSnapshotPart } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { editsOf } from '../../lab.ts';
import { useShorterWindows } from '../../shared/ownData/series/ownSeries.ts';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import { Place } from '../../shared/stage/Place.tsx';
import layout from '../../shared/stage/SeriesStage.module.css';
import { SharedPlace } from '../../shared/stage/SharedPlace.tsx';
import { trialInWords } from '../../shared/stage/trialInWords.ts';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { svaeSlds } from '../lab.ts';
import { svaeSldsLayers } from '../layers.ts';
import styles from './Stage.module.css';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { PredictionPanel } from './stage/PredictionPanel.tsx';
import { StatesStrip } from './stage/StatesStrip.tsx';

const RibbonPanel = lazy(() => whenUsable(() => import('./stage/RibbonPanel.tsx')));
const DialsPanel = lazy(() => whenUsable(() => import('./stage/DialsPanel.tsx')));
const ChainPanel = lazy(() => whenUsable(() => import('./stage/ChainPanel.tsx')));
const FanPanel = lazy(() => whenUsable(() => import('./stage/FanPanel.tsx')));
const StatesPanel = lazy(() => whenUsable(() => import('./stage/StatesPanel.tsx')));
const SweepsView = lazy(() => import('./slow/SweepsView.tsx'));

const OF_PAINT =
  'A state learns from the steps painted with it. The ELBO is that of the training rows, without paint.';

/** Forecasts drawn one by one: enough to see where they part, few enough to see through. */
const FAN = 12;

/** Panels that share one place on a projector. */
const PANELS = [
  {
    name: 'Forecasts',
    part: 'fan',
    panel: (
      <Place at="fan">
        <LaterPanel name="Forecasts" part="fan" panel={FanPanel} />
      </Place>
    ),
  },
  {
    name: 'States',
    part: 'table',
    panel: (
      <Place at="table">
        <LaterPanel name="The states in figures" part="table" panel={StatesPanel} />
      </Place>
    ),
  },
  {
    name: 'ELBO',
    part: 'bound',
    panel: (
      <Place at="bound">
        <Bound />
      </Place>
    ),
  },
];

/** What is observed, the states behind it, what follows from them, and what one does with them. */
export function Stage() {
  useSentView();
  return (
    <LabStage
      className={classNames(layout.stage, styles.stage)}
      gridClassName={classNames(layout.grid, styles.grid)}
      slowMotion={<SweepsView />}
      remedy={useShorterWindows()}
      tellsBreakdown
    >
      <Place at="strips" className={classNames(layout.strips, styles.strips)}>
        <ObservationsPanel />
        <LaterPanel name="States" part="states" panel={RibbonPanel} />
        <PredictionPanel />
      </Place>
      <Place at="bar" className={classNames(layout.bar, styles.bar)} data-export="leave-out">
        <StatesStrip />
      </Place>
      <Place at="dials">
        <LaterPanel name="Eigenvalues of each state" part="eigenvalues" panel={DialsPanel} />
      </Place>
      <Place at="chain">
        <LaterPanel name="Transitions between states" part="chain" panel={ChainPanel} />
      </Place>
      <SharedPlace at="fan" className={styles.place} panels={PANELS} />
    </LabStage>
  );
}

/** The ELBO, with a note on what does not change: the picture in a trial, the rows that the ELBO is of under paint. */
function Bound() {
  const onTrial = useSnapshotPart(svaeSlds, (snapshot) => snapshot.onTrial);
  const hasPaint = useDocument((document) =>
    editsOf(svaeSlds, document).some(({ kind }) => kind === 'paintState'),
  );
  const news = trialInWords(onTrial) ?? (hasPaint ? OF_PAINT : null);
  return <BoundPanel tellsBreakdown={false} news={news} />;
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
