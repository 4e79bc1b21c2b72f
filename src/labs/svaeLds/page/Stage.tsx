import { lazy, Suspense, useEffect } from 'react';
import { useController, useRun, useViewEntry } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { whenUsable } from '../../../ui/whenUsable.ts';
import { useShorterWindows } from '../../shared/ownData/series/ownSeries.ts';
import { setSlowMotion } from '../../shared/slowMotion/setSlowMotion.ts';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { LabStage } from '../../shared/stage/LabStage.tsx';
import { LaterPanel } from '../../shared/stage/LaterPanel.tsx';
import { Place } from '../../shared/stage/Place.tsx';
import layout from '../../shared/stage/SeriesStage.module.css';
import { SharedPlace } from '../../shared/stage/SharedPlace.tsx';
import { StageStrip } from '../../shared/stage/StageStrip.tsx';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { svaeLdsLayers, TRACKING } from '../layers.ts';
import styles from './Stage.module.css';
import { shownSample } from './shownSample.ts';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { PredictionPanel } from './stage/PredictionPanel.tsx';

const MotionStrip = lazy(() => whenUsable(() => import('./stage/MotionStrip.tsx')));
const EigenvaluesPanel = lazy(() => whenUsable(() => import('./stage/EigenvaluesPanel.tsx')));
const LatentsPanel = lazy(() => whenUsable(() => import('./stage/LatentsPanel.tsx')));
const TransitionPanel = lazy(() => whenUsable(() => import('./stage/TransitionPanel.tsx')));
const TrackingView = lazy(() => import('./tracking/TrackingView.tsx'));

/** Panels that share one place on a projector. */
const PANELS = [
  {
    name: 'Latents',
    part: 'latents',
    panel: (
      <Place at="latents">
        <LaterPanel name="Latent trajectories" part="latents" panel={LatentsPanel} />
      </Place>
    ),
  },
  {
    name: 'ELBO',
    part: 'bound',
    panel: (
      <Place at="bound">
        <BoundPanel tellsBreakdown={false} />
      </Place>
    ),
  },
];

/** The plots of the lab, and what one does with the dynamics in them. */
export function Stage() {
  useSentView();
  useLinkedTracking();
  return (
    <LabStage
      className={classNames(layout.stage, styles.stage)}
      gridClassName={classNames(layout.grid, styles.grid)}
      slowMotion={<TrackingView />}
      remedy={useShorterWindows()}
      tellsBreakdown
    >
      <Place at="strips" className={classNames(layout.strips, styles.strips)}>
        <ObservationsPanel />
        <PredictionPanel />
      </Place>
      <Place at="motion" className={classNames(layout.bar, styles.later)} data-export="leave-out">
        <Suspense fallback={<StageStrip aria-label="Motion and edits" />}>
          <MotionStrip />
        </Suspense>
      </Place>
      <Place at="transition" className={classNames('cell', styles.later)}>
        <LaterPanel name="Transition matrix" part="transition" panel={TransitionPanel} />
      </Place>
      <Place at="eigenvalues">
        <LaterPanel name="Eigenvalues" part="eigenvalues" panel={EigenvaluesPanel} />
      </Place>
      <SharedPlace at="latents" className={styles.later} panels={PANELS} />
    </LabStage>
  );
}

/** Tells the session what of the model is drawn; with each new run it knows already. */
function useSentView(): void {
  const controller = useController();
  const chosen = useViewEntry(shownSample);
  const { shown } = useLayers(svaeLdsLayers);
  const sample = shown.sample ? chosen : 0;
  const spread = shown.band ? 1 : 0;
  useEffect(() => {
    controller.setView({ sample, spread });
  }, [controller, sample, spread]);
}

/** A link can open the tracking example in place of the stage, and carries it. */
function useLinkedTracking(): void {
  const controller = useController();
  const isOpen = useRun(({ view }) => view.slowMotion);
  const isLinked = useRun(({ view }) => view.flags[TRACKING] === true);
  const isReady = useRun(({ snapshot }) => snapshot !== null);

  useEffect(() => {
    const { slowMotion } = controller.run.getState().view;
    if (isLinked && isReady && !slowMotion) void setSlowMotion(controller, true);
  }, [controller, isLinked, isReady]);

  useEffect(() => {
    if (!isOpen) return;
    controller.setFlags({ [TRACKING]: true });
    return () => controller.setFlags({ [TRACKING]: null });
  }, [controller, isOpen]);
}
