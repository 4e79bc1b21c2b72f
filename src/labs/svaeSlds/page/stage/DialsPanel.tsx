import { type CSSProperties, memo, useMemo } from 'react';
import { EigenvalueDial } from '../../../../plots/dial/EigenvalueDial.tsx';
import {
  type Eigenvalues,
  NO_TURN,
  periodText,
  type Turn,
} from '../../../../plots/dial/eigenvalues.ts';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { isInUse, NOT_IN_USE } from '../../inUse.ts';
import { svaeSlds } from '../../lab.ts';
import type { SldsState, SvaeSldsSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { type SldsEditing, useSldsEditing } from '../editing/sldsEditing.ts';
import styles from './Panels.module.css';

const LIT_BY: readonly Highlight[] = ['dynamics', 'eigenvalues'];

/** A dial for each state: its eigenvalues in the unit circle. */
export default memo(function DialsPanel() {
  const { snapshot, placeholder } = useDrawn(svaeSlds, 'Nothing turns yet.');
  const editing = useSldsEditing();
  const turns = useEditsOf(svaeSlds, 'turnEigenvalue');
  const K = snapshot?.stateCount ?? 1;
  return (
    <StagePanel name="Eigenvalues of each state" part="eigenvalues" litBy={LIT_BY}>
      <div
        className={styles.dials}
        style={{ '--across': K <= 2 ? 1 : K <= 6 ? 2 : 3 } as CSSProperties}
      >
        {snapshot?.states.map((state) => (
          <StateDial
            key={state.id}
            state={state}
            truth={truePeriodOf(snapshot, state.id)}
            turn={turns.find((turn) => turn.state === state.id) ?? NO_TURN}
            editing={editing}
          />
        )) ?? (
          <EigenvalueDial
            label="Eigenvalues"
            eigenvalues={NO_EIGENVALUES}
            selectedPair={null}
            onSelectPair={ignore}
            placeholder={placeholder}
          />
        )}
      </div>
    </StagePanel>
  );
});

const NO_EIGENVALUES: Eigenvalues = { real: [], imaginary: [] };
const ignore = (): void => {};

/** The period of the true state that a state stands for; null where that is not known. */
export function truePeriodOf(
  { matched, truePeriods }: Pick<SvaeSldsSnapshot, 'matched' | 'truePeriods'>,
  state: number,
): number | null {
  const truth = matched?.[state] ?? -1;
  return truth < 0 ? null : (truePeriods?.[truth] ?? null);
}

interface StateDialProps {
  readonly state: SldsState;
  readonly truth: number | null;
  readonly turn: Turn;
  readonly editing: SldsEditing;
}

const StateDial = memo(function StateDial({ state, truth, turn, editing }: StateDialProps) {
  const { id, eigenvalues, removed } = state;
  const theme = useTheme();
  const { hovered, onHover } = useTarget('cluster');
  const { all, learned } = useMemo(() => dialOf(eigenvalues, turn), [eigenvalues, turn]);
  const isFaint = removed || (hovered !== null && hovered !== id);
  return (
    <section
      className={styles.dial}
      aria-label={`State ${id + 1}`}
      data-faint={isFaint || undefined}
      style={{ '--brush': colour(id, theme), '--dial-pair': colour(id, theme) } as CSSProperties}
      onPointerEnter={() => onHover(id)}
      onPointerLeave={() => onHover(null)}
    >
      <p className={styles.name}>
        <span className={styles.swatch} aria-hidden="true" />
        <strong>State {id + 1}</strong>
        <br />
        {wordsOf(state, truth)}
      </p>
      <EigenvalueDial
        label={`Eigenvalues of state ${id + 1}`}
        eigenvalues={all}
        learned={turn === NO_TURN ? null : learned}
        turns={[turn]}
        isSmall
        selectedPair={learned.real.length > 0 ? 0 : null}
        onSelectPair={ignore}
        onTurn={(gesture) => {
          // Only the pair that lasts longest can be turned.
          if (gesture.target === 0) editing.turn({ ...gesture, target: id });
        }}
      />
    </section>
  );
});

function wordsOf(state: SldsState, truth: number | null): string {
  const { period, removed } = state;
  if (removed) return 'removed';
  if (!isInUse(state)) return NOT_IN_USE;
  const own = period === null ? 'no rotation' : `period ${periodText(period)}`;
  return truth === null ? own : `${own} (true ${periodText(truth)})`;
}

/** Eigenvalues as the dial takes them: complex pairs first, and where the first was learned. */
function dialOf(eigenvalues: SldsState['eigenvalues'], turn: Turn) {
  const ordered = [
    ...eigenvalues.filter(({ im }) => im > 0),
    ...eigenvalues.filter(({ im }) => im === 0),
  ];
  const first = ordered.find(({ im }) => im > 0);
  const all = columns(ordered);
  if (!first) return { all, learned: columns([]) };
  const radius = Math.hypot(first.re, first.im) / (turn.radiusFactor || 1);
  const angle = Math.atan2(first.im, first.re) / (turn.angleFactor || 1);
  return {
    all,
    learned: columns([{ re: radius * Math.cos(angle), im: radius * Math.sin(angle) }]),
  };
}

const columns = (values: readonly { readonly re: number; readonly im: number }[]): Eigenvalues => ({
  real: values.map(({ re }) => re),
  imaginary: values.map(({ im }) => im),
});
