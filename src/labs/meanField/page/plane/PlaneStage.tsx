import { formatFixed } from '../../../../ui/numbers.ts';
import { BoundPanel } from '../../../shared/stage/BoundPanel.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';

/** A posterior in the plane and the factors that approximate it. */
export function PlaneStage({ snapshot }: { readonly snapshot: PlaneSnapshot }) {
  const { mean, deviation } = snapshot.moments;
  return (
    <>
      <StagePanel name="Posterior" part="posterior">
        <p>
          {mean
            .map((m, i) => `q${i + 1}: ${formatFixed(m, 2)} ± ${formatFixed(deviation[i], 2)}`)
            .join(', ')}
        </p>
      </StagePanel>
      <BoundPanel />
    </>
  );
}
