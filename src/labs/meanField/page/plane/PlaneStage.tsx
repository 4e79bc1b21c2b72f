import { lazy, Suspense } from 'react';
import { usePlotScale } from '../../../../plots/style/plotScale.ts';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';
import { AscentPanel } from '../AscentPanel.tsx';
import { PLANE, PLANE_PRESENTED, PLANE_WITH_MESSAGES } from '../layouts.ts';
import stage from '../Stage.module.css';
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
  const bar = (
    <div data-export="leave-out">
      <TargetBar
        next={target.names[next]}
        isPlaced={placed}
        observations={snapshot.observations?.length ?? null}
      />
    </div>
  );
  const plane = <PosteriorPanel snapshot={snapshot} />;
  const bound = <AscentPanel {...{ course, elbo, logEvidence, converged }} names={target.names} />;
  if (!isPresented)
    return (
      <StageGrid
        layout={table ? PLANE_WITH_MESSAGES : PLANE}
        panels={{ bar, plane, bound, ...(table && { messages: table }), rates, moments }}
      />
    );
  const shared = (
    <Suspense fallback={rates}>
      <SharedPlace
        className={stage.place}
        panels={[
          { name: 'Rates', part: 'rates', panel: rates },
          { name: 'Moments', part: 'moments', panel: moments },
          ...(table ? [{ name: 'Messages', part: 'messages', panel: table }] : []),
        ]}
      />
    </Suspense>
  );
  return <StageGrid layout={PLANE_PRESENTED} panels={{ bar, plane, bound, shared }} />;
}
