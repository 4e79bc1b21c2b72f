import { memo } from 'react';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { counted } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneMoments, PlaneSnapshot } from '../../planeSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Plane.module.css';

const LIT_BY: readonly Highlight[] = ['posterior', 'factors', 'gibbs'];

/** Moments of the exact posterior, of q and of the Gibbs chain side by side. */
export const MomentsTable = memo(function MomentsTable({
  snapshot,
}: {
  readonly snapshot: PlaneSnapshot;
}) {
  const { target, moments, chain } = snapshot;
  const look = INFERENCE_LOOK[useTheme()];
  const [x, y] = target.names;
  const row = (name: string, of: (moments: PlaneMoments) => number) => ({
    name,
    values: [target.moments, moments, chain?.moments].map((its) =>
      formatFixed(its ? of(its) : null, 3),
    ),
  });
  return (
    <StagePanel name="Moments" part="moments" litBy={LIT_BY}>
      <FiguresTable
        label="Table of moments"
        className={styles.moments}
        head={[
          'Moment',
          { name: 'Exact', colour: look.exact },
          { name: 'Mean field', colour: look.meanField },
          {
            name: chain ? `Gibbs, ${counted(chain.sweeps, 'sweep')}` : 'Gibbs is off',
            colour: look.gibbs,
          },
        ]}
        rows={[
          row(`mean of ${x}`, ({ mean }) => mean[0]),
          row(`mean of ${y}`, ({ mean }) => mean[1]),
          row(`sd of ${x}`, ({ deviation }) => deviation[0]),
          row(`sd of ${y}`, ({ deviation }) => deviation[1]),
          row('correlation', ({ correlation }) => correlation),
        ]}
      />
    </StagePanel>
  );
});
