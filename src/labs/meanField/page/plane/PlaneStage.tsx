import { lazy, Suspense } from 'react';
import { usePlotScale } from '../../../../plots/style/plotScale.ts';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';
import { AscentPanel } from '../AscentPanel.tsx';
import { MomentsTable } from './MomentsTable.tsx';
import styles from './Plane.module.css';
import { PosteriorPanel } from './PosteriorPanel.tsx';
import { TargetBar } from './TargetBar.tsx';

const SharedPlace = lazy(async () => ({
  default: (await import('../../../shared/stage/SharedPlace.tsx')).SharedPlace,
}));
const MessagesTable = lazy(async () => ({
  default: (await import('./MessagesTable.tsx')).MessagesTable,
}));
const RatesPanel = lazy(() => whenUsable(() => import('./RatesPanel.tsx')));

/** A posterior in the plane and the factors that approximate it. */
export function PlaneStage({ snapshot }: { readonly snapshot: PlaneSnapshot }) {
  const { course, target, elbo, logEvidence, converged, placed, messages, next } = snapshot;
  const isPresented = usePlotScale() > 1;
  const rates = (
    <Suspense
      fallback={
        <StagePanel name="Rates" part="rates">
          {null}
        </StagePanel>
      }
    >
      <RatesPanel snapshot={snapshot} />
    </Suspense>
  );
  const moments = <MomentsTable snapshot={snapshot} />;
  const table = messages && (
    <Suspense
      fallback={
        <StagePanel name="Messages" part="messages">
          <div className={styles.messages} />
        </StagePanel>
      }
    >
      <MessagesTable {...{ messages, next }} />
    </Suspense>
  );
  return (
    <div className={styles.grid}>
      <div className={styles.head} data-export="leave-out">
        <TargetBar
          next={target.names[next]}
          isPlaced={placed}
          observations={snapshot.observations?.length ?? null}
        />
      </div>
      <div className={styles.plane}>
        <PosteriorPanel snapshot={snapshot} />
      </div>
      <div className={styles.charts}>
        <AscentPanel {...{ course, elbo, logEvidence, converged }} names={target.names} />
        {!isPresented && table}
        {isPresented ? (
          <Suspense fallback={rates}>
            <SharedPlace
              className={styles.place}
              panels={[
                { name: 'Rates', part: 'rates', panel: rates },
                { name: 'Moments', part: 'moments', panel: moments },
                ...(table ? [{ name: 'Messages', part: 'messages', panel: table }] : []),
              ]}
            />
          </Suspense>
        ) : (
          rates
        )}
      </div>
      {!isPresented && <div className={styles.below}>{moments}</div>}
    </div>
  );
}
