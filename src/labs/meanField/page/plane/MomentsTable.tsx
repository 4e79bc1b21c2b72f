import { memo } from 'react';
import { counted } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneMoments, PlaneSnapshot } from '../../planeSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Plane.module.css';

const LIT_BY: readonly Highlight[] = ['posterior', 'factors', 'gibbs'];

const ROWS: readonly {
  readonly name: (names: PlaneSnapshot['target']['names']) => string;
  readonly of: (moments: PlaneMoments) => number;
}[] = [
  { name: ([x]) => `mean of ${x}`, of: ({ mean }) => mean[0] },
  { name: ([, y]) => `mean of ${y}`, of: ({ mean }) => mean[1] },
  { name: ([x]) => `sd of ${x}`, of: ({ deviation }) => deviation[0] },
  { name: ([, y]) => `sd of ${y}`, of: ({ deviation }) => deviation[1] },
  { name: () => 'correlation', of: ({ correlation }) => correlation },
];

/** Moments of the exact posterior, of q and of the Gibbs chain side by side. */
export const MomentsTable = memo(function MomentsTable({
  snapshot,
}: {
  readonly snapshot: PlaneSnapshot;
}) {
  const { target, moments, chain } = snapshot;
  const columns = [
    { name: 'Exact', look: 'exact', moments: target.moments },
    { name: 'Mean field', look: 'meanField', moments },
    {
      name: chain ? `Gibbs, ${counted(chain.sweeps, 'sweep')}` : 'Gibbs is off',
      look: 'gibbs',
      moments: chain?.moments ?? null,
    },
  ];
  return (
    <StagePanel name="Moments" part="moments" litBy={LIT_BY}>
      <div className={styles.sixRows}>
        <table className={styles.table} data-export="text">
          <thead>
            <tr>
              <td />
              {columns.map(({ name, look }) => (
                <th key={look} scope="col" data-look={look}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ name, of }) => (
              <tr key={name(target.names)}>
                <th scope="row">{name(target.names)}</th>
                {columns.map((column) => (
                  <td key={column.look}>{formatFixed(column.moments && of(column.moments), 3)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </StagePanel>
  );
});
