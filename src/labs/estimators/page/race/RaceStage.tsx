import { useMemo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatDigits, formatFixed } from '../../../../ui/numbers.ts';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { type FollowOptions, useFollowed } from '../../../shared/useInspection.ts';
import { estimators } from '../../lab.ts';
import { estimatorsLayers } from '../../layers.ts';
import type { EstimatorsQuery, EstimatorsSnapshot, RaceView } from '../../snapshot.ts';
import { EstimatorTable } from '../EstimatorTable.tsx';
import { RACE, RACE_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { HillChart } from './HillChart.tsx';
import { ValuesChart } from './ValuesChart.tsx';

export type RaceSnapshot = Extract<EstimatorsSnapshot, RaceView>;

const QUERY: EstimatorsQuery = { kind: 'landscape', cells: 61 };
/** It takes longer than a step of the race, which does not change it. */
const FOLLOWING: FollowOptions<EstimatorsSnapshot> = {
  of: (snapshot) => snapshot.part === 'race' && snapshot.ground,
};
const VALUE = { name: 'E f', help: 'Exact, where the racer is' };
const GAUSSIAN_HEAD = [
  { name: 'mean', help: 'Mean of q' },
  { name: 'sd', help: 'Standard deviation of q' },
  VALUE,
] as const;
const COIN_HEAD = [{ name: 'θ', help: 'Probability of heads' }, VALUE] as const;

/** Gradient ascent by each estimator, over the hill that all of them climb. */
export default function RaceStage({ view }: { readonly view: RaceSnapshot }) {
  const { shown } = useLayers(estimatorsLayers);
  const runId = useRun((state) => state.runId);
  const { inspection, failure } = useFollowed(estimators, view.hill ? null : QUERY, FOLLOWING);
  const landscape = inspection && inspection.values.length > 0 ? inspection : null;
  const racers = useMemo(
    () => view.racers.filter(({ id }) => id === 'exact' || shown[id]),
    [view.racers, shown],
  );
  return (
    <StageGrid layout={RACE} names={RACE_PANELS} className={styles.race}>
      <StagePanel
        name="The hill"
        part="hill"
        litBy={['f', 'q', 'race']}
        heading={
          <span>
            E f for f = <b>{view.name}</b>
            <HelpTip
              about="the race"
              text="Height is E f, exact, over the parameters of q. All racers start at the same q and use the same draws. A racer that would leave the chart stays at its border."
            />
          </span>
        }
      >
        <HillChart view={view} racers={racers} landscape={landscape} failure={failure} />
      </StagePanel>
      <StagePanel name="E f step by step" part="values" litBy={['race']}>
        <ValuesChart view={view} racers={racers} rangeKey={runId} ghosts={useGhosts('E f')} />
      </StagePanel>
      <EstimatorTable
        label="Where the racers are"
        head={view.hill ? COIN_HEAD : GAUSSIAN_HEAD}
        rows={view.racers.map(({ id, q, value }) => ({
          id,
          values: [
            ...('theta' in q
              ? [formatFixed(q.theta, 3)]
              : [formatFixed(q.mean, 3), formatFixed(q.sd, 3)]),
            formatDigits(value),
          ],
        }))}
      />
    </StageGrid>
  );
}
