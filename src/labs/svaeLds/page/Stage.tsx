import { lazy, memo, Suspense, useEffect } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { CsvInHand } from '../../shared/ownData/CsvInHand.tsx';
import { BoundPanel } from '../../shared/stage/BoundPanel.tsx';
import { StickyBreakdown } from '../../shared/stage/BreakdownBanner.tsx';
import { StageTrouble } from '../../shared/stage/StageTrouble.tsx';
import { useFlags } from '../../shared/stage/viewFlags.ts';
import { useShownSample } from './look.ts';
import { useShorterWindows, useWantsSeries } from './ownData/ownSeries.ts';
import styles from './Stage.module.css';
import { EigenvaluesPanel } from './stage/EigenvaluesPanel.tsx';
import { FIRST_FLAGS } from './stage/flags.ts';
import { LatentsPanel } from './stage/LatentsPanel.tsx';
import { MotionStrip } from './stage/MotionStrip.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';
import { PredictionPanel } from './stage/PredictionPanel.tsx';
import { TransitionPanel } from './stage/TransitionPanel.tsx';
import { useLinkedTracking } from './tracking/useLinkedTracking.ts';

const TrackingView = lazy(() =>
  import('./tracking/TrackingView.tsx').then((module) => ({ default: module.TrackingView })),
);

const NO_DATA = 'The ELBO appears here once there is a series.';

/** The plots of the lab, and what one does with the dynamics in them. */
export function Stage() {
  useSentLook();
  const isTracking = useLinkedTracking();
  const isWanting = useWantsSeries();
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  return (
    <div className={styles.stage} data-slow-motion={isTracking || undefined}>
      <StickyBreakdown />
      {isTracking ? (
        <Suspense fallback={null}>
          <TrackingView />
        </Suspense>
      ) : (
        <Plots isDown={isDown} isWanting={isWanting} />
      )}
      <StageTrouble isWanting={isWanting} remedy={useShorterWindows()} />
      <CsvInHand />
    </div>
  );
}

interface PlotsProps {
  readonly isDown: boolean;
  readonly isWanting: boolean;
}

const Plots = memo(function Plots({ isDown, isWanting }: PlotsProps) {
  return (
    <div className={styles.grid} data-stage-part="stage" inert={isDown}>
      <div className={styles.strips}>
        <ObservationsPanel />
        <PredictionPanel />
      </div>
      <div className={styles.hands} data-export="leave-out">
        <MotionStrip />
      </div>
      <div className={styles.transition}>
        <TransitionPanel />
      </div>
      <div className={styles.eigenvalues}>
        <EigenvaluesPanel />
      </div>
      <div className={styles.latents}>
        <LatentsPanel />
      </div>
      <div className={styles.bound}>
        <BoundPanel emptyBecause={isWanting ? NO_DATA : null} tellsBreakdown={false} />
      </div>
    </div>
  );
});

/** Tells the session what of the model is looked at; with each new run it knows already. */
function useSentLook(): void {
  const controller = useController();
  const shownSample = useShownSample();
  const { flags } = useFlags(FIRST_FLAGS);
  const sample = flags.sample ? shownSample : 0;
  const spread = flags.band ? 1 : 0;
  useEffect(() => {
    controller.setView({ sample, spread });
  }, [controller, sample, spread]);
}
