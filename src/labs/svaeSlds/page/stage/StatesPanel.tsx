import { memo, type ReactNode, useState } from 'react';
import { periodText } from '../../../../plots/dial/eigenvalues.ts';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ChangingText } from '../../../../ui/ChangingText.tsx';
import { CompactChoice } from '../../../../ui/Choice.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { isInUse, NOT_IN_USE } from '../../inUse.ts';
import { svaeSlds } from '../../lab.ts';
import type { SldsState, SvaeSldsSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import { truePeriodOf } from './DialsPanel.tsx';
import styles from './Panels.module.css';
import { useStatesThat } from './useStatesThat.ts';

const LIT_BY: readonly Highlight[] = ['dwell'];

const HEAD = [
  'State',
  {
    name: 'Share',
    help: 'Of all training steps, as learned. A state with less than 2 % is not in use: its parameters are close to the prior',
  },
  { name: 'Stays for', help: 'Mean number of steps until the state is left' },
  { name: 'Period', help: 'Steps of a full turn, and that of the true state it stands for' },
  { name: 'Radius', help: 'The largest modulus of the eigenvalues of A: above 1 the latent grows' },
] as const;

/** The states in figures, and what can be done with one. */
export default memo(function StatesPanel() {
  const { snapshot } = useDrawn(svaeSlds);
  const removed = useStatesThat((state) => state.removed);
  const theme = useTheme();
  return (
    <StagePanel name="The states in figures" part="table" litBy={LIT_BY}>
      <div className={styles.table}>
        <div className={styles.tableRows}>
          {snapshot && (
            <FiguresTable
              label="Figures of each state"
              head={HEAD}
              rows={snapshot.states.map((state) => ({
                name: `${state.id + 1}`,
                colour: colour(state.id, theme),
                values: valuesOf(state, snapshot),
              }))}
            />
          )}
        </div>
        {snapshot && snapshot.stateCount > 1 && (
          <Moves states={snapshot.stateCount} removed={removed} />
        )}
      </div>
    </StagePanel>
  );
});

function valuesOf(state: SldsState, snapshot: SvaeSldsSnapshot): readonly ReactNode[] {
  const { share, dwell, period, spectralRadius, removed } = state;
  if (!isInUse(state)) return [shareInWords(share), removed ? 'removed' : NOT_IN_USE, '', ''];
  const truth = truePeriodOf(snapshot, state.id);
  return [
    shareInWords(share),
    dwell >= 1e5 ? 'for good' : withMore(formatFixed(dwell, dwell < 10 ? 1 : 0), ' steps'),
    period === null
      ? '–'
      : withMore(periodText(period), truth === null ? '' : ` (${periodText(truth)})`),
    formatFixed(spectralRadius, 3),
  ];
}

/** A figure, and what a narrow table leaves out. */
const withMore = (figure: string, more: string): ReactNode => (
  <>
    <ChangingText>{figure}</ChangingText>
    <span className={styles.more}>{more}</span>
  </>
);

const shareInWords = (share: number): string => `${Math.round(100 * share)} %`;

interface MovesProps {
  readonly states: number;
  readonly removed: readonly number[];
}

/** Remove, split, merge and swap: what, and with which. */
const Moves = memo(function Moves({ states: K, removed }: MovesProps) {
  const editing = useSldsEditing();
  const [chosen, setChosen] = useState(0);
  const [wanted, setWanted] = useState(1);
  const state = Math.min(chosen, K - 1);
  const other = wanted === state || wanted >= K ? (state + 1) % K : wanted;
  const options = (without: number | null) =>
    Array.from({ length: K }, (_, id) => ({ value: String(id), label: `State ${id + 1}` })).filter(
      (_, id) => id !== without,
    );
  const isRemoved = removed.includes(state);
  const isLast = removed.length === K - 1 && !isRemoved;
  return (
    <fieldset className={styles.moves} aria-label="Change the states">
      <CompactChoice
        label="State to change"
        value={String(state)}
        options={options(null)}
        onChange={(value) => setChosen(Number(value))}
      />
      <Button
        size="small"
        disabled={isLast}
        onClick={() =>
          isRemoved ? editing.restore(state) : editing.change({ kind: 'removeState', state })
        }
      >
        {isRemoved ? 'Bring back' : 'Remove'}
      </Button>
      <span>with</span>
      <CompactChoice
        label="Other state"
        value={String(other)}
        options={options(state)}
        onChange={(value) => setWanted(Number(value))}
      />
      <Button
        size="small"
        tooltip={`What both have learned goes to state ${other + 1}`}
        onClick={() => editing.change({ kind: 'mergeStates', state, into: other })}
      >
        Merge
      </Button>
      <Button
        size="small"
        tooltip={`State ${other + 1} forgets what it has learned and takes over half of what state ${state + 1} has. One of them turns faster then, the other slower`}
        onClick={() => editing.change({ kind: 'splitState', state, into: other })}
      >
        Split
      </Button>
      <Button
        size="small"
        tooltip="Both change places, colours included"
        onClick={() => editing.change({ kind: 'swapStates', state, with: other })}
      >
        Swap
      </Button>
    </fieldset>
  );
});
