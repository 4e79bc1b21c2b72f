import { type CSSProperties, memo, useRef } from 'react';
import type { GesturePhase } from '../../../../plots/drag/gesture.ts';
import { useDrag } from '../../../../plots/drag/useDrag.ts';
import { INFERENCE_LOOK, type Inference } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { counted, grouped } from '../../../../settings/words.ts';
import { formatFixed, formatInPowers } from '../../../../ui/numbers.ts';
import { withShare } from '../../../shared/data/withShare.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { EditedNode } from '../../networkEdits.ts';
import type { NetworkSnapshot, NodeUpdate } from '../../networkSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Marginals.module.css';
import { type Role, roleIn } from './messages.ts';
import type { NetworkEditing } from './networkEditing.ts';

export interface MarginalsPanelProps {
  readonly snapshot: NetworkSnapshot;
  readonly update: NodeUpdate | null;
  readonly onHover: (node: number | null) => void;
  readonly editing: NetworkEditing;
}

const LIT_BY: readonly Highlight[] = ['factors', 'exact', 'gibbs'];
const STROKE = 0.05;

/** Marginals of all nodes by enumeration, coordinate ascent and Gibbs, side by side. */
export const MarginalsPanel = memo(function MarginalsPanel(props: MarginalsPanelProps) {
  const { snapshot, update, onHover, editing } = props;
  const { nodes, exact, gibbs, evidence } = snapshot;
  const sweeps = Math.max(0, ...gibbs.draws);
  return (
    <StagePanel name="Marginals" part="marginals" litBy={LIT_BY}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label="Marginals of all nodes">
        <table className={styles.table} data-export="text">
          <thead>
            <tr>
              <th scope="col">Node</th>
              <th scope="col">State</th>
              <th scope="col">
                Exact
                <span className={styles.note}>
                  {exact
                    ? `log p ${formatFixed(exact.logEvidence, 3)}`
                    : `${statesInWords(snapshot.jointStates)} joint states`}
                </span>
              </th>
              <th scope="col">
                Mean field
                <span className={styles.note}>
                  ELBO {snapshot.elbo === null ? '−∞' : formatFixed(snapshot.elbo, 3)}
                </span>
              </th>
              <th scope="col">
                Gibbs
                <span className={styles.note}>{counted(sweeps, 'sweep')}</span>
              </th>
            </tr>
          </thead>
          {nodes.map((node, index) => (
            <NodeRows
              key={node.id}
              {...{ node, onHover, editing }}
              role={update && roleIn(update, node.id)}
              evidence={evidence[index]}
              exact={exact?.marginals[index] ?? null}
              q={snapshot.q[index]}
              gibbs={
                gibbs.draws[index] > 0 || evidence[index] !== null ? gibbs.marginals[index] : null
              }
              sample={gibbs.sample?.[index] ?? null}
            />
          ))}
        </table>
      </section>
    </StagePanel>
  );
});

const MOST_WRITTEN_OUT = 1e7;
const statesInWords = (count: number): string =>
  count < MOST_WRITTEN_OUT ? grouped(count) : formatInPowers(count);

interface NodeRowsProps extends Pick<MarginalsPanelProps, 'onHover' | 'editing'> {
  readonly node: EditedNode;
  readonly role: Role | null;
  /** The observed state; null where it is hidden. */
  readonly evidence: number | null;
  /** Null where they are not known. */
  readonly exact: readonly number[] | null;
  readonly q: readonly number[];
  readonly gibbs: readonly number[] | null;
  /** The state that Gibbs is in. */
  readonly sample: number | null;
}

/** The states of a node; drawn again only where one of its numbers has changed. */
const NodeRows = memo(function NodeRows(props: NodeRowsProps) {
  const { node, role, evidence, exact, q, gibbs, sample, onHover, editing } = props;
  return (
    <tbody
      data-role={role ?? undefined}
      style={{ '--states': node.states.length } as CSSProperties}
      onPointerEnter={() => onHover(node.id)}
      onPointerLeave={() => onHover(null)}
    >
      {node.states.map((state, s) => (
        <tr key={state}>
          {s === 0 && (
            <th scope="rowgroup" rowSpan={node.states.length}>
              {node.name}
            </th>
          )}
          <td>
            <button
              type="button"
              className={styles.state}
              aria-label={`Observe ${node.name} = ${state}`}
              aria-pressed={evidence === s}
              data-tooltip={evidence === s ? 'Hide the node again' : 'Observe this state'}
              onClick={() => void editing.observe(node, evidence === s ? null : s)}
            >
              {state}
            </button>
          </td>
          <Share of="exact" value={exact?.[s] ?? null} />
          {evidence === null ? (
            <FactorShare {...{ node, editing, q }} state={s} />
          ) : (
            <Share of="meanField" value={q[s]} />
          )}
          <Share of="gibbs" value={gibbs?.[s] ?? null} isSample={sample === s} />
        </tr>
      ))}
    </tbody>
  );
});

interface ShareProps {
  readonly of: Inference;
  /** Null where it is not known. */
  readonly value: number | null;
  /** Gibbs is in this state now. */
  readonly isSample?: boolean;
}

function Share({ of, value, isSample = false }: ShareProps) {
  return (
    <td>
      <div className={styles.share}>
        <ShareBar of={of} value={value} />
        <span>{value === null ? '–' : formatFixed(value, 3)}</span>
        {of === 'gibbs' && (
          <span className={styles.sample} data-tooltip={isSample ? 'The present state' : undefined}>
            {isSample ? '●' : ''}
          </span>
        )}
      </div>
    </td>
  );
}

function ShareBar({ of, value }: Pick<ShareProps, 'of' | 'value'>) {
  const colour = INFERENCE_LOOK[useTheme()][of];
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-export="picture"
    >
      <rect className={styles.track} width={100} height={10} />
      {value !== null && <rect width={100 * value} height={10} fill={colour} />}
    </svg>
  );
}

interface FactorShareProps {
  readonly node: EditedNode;
  readonly q: readonly number[];
  readonly state: number;
  readonly editing: NetworkEditing;
}

/** q of a state, which can be dragged: coordinate ascent goes on from there. */
function FactorShare({ node, q, state, editing }: FactorShareProps) {
  const bar = useRef<HTMLDivElement>(null);
  const from = useRef(0);
  const reached = useRef(q);
  const put = (phase: GesturePhase, value: number): void => {
    reached.current = withShare(q, state, Math.min(1, Math.max(0, value)));
    void editing.followFactor(phase, node, reached.current, state);
  };
  const drag = useDrag(bar, {
    threshold: 2,
    onStart: () => {
      from.current = q[state];
    },
    onMove: (dx) => put('move', from.current + dx / (bar.current?.clientWidth || 1)),
    onEnd: () => void editing.followFactor('end', node, reached.current, state),
    onCancel: () => void editing.followFactor('cancel', node, q),
  });
  return (
    <td>
      <div className={styles.share}>
        <div
          ref={bar}
          role="slider"
          tabIndex={0}
          className={styles.slider}
          aria-label={`q of ${node.name} = ${state < node.states.length ? node.states[state] : ''}`}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={Number(q[state].toFixed(3))}
          data-tooltip="Drag to put q elsewhere"
          {...drag(undefined)}
          onKeyDown={(event) => {
            const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
            if (sign === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            event.stopPropagation();
            const value = q[state] + sign * STROKE * (event.shiftKey ? 4 : 1);
            put('end', Math.round(1000 * value) / 1000);
          }}
        >
          <ShareBar of="meanField" value={q[state]} />
        </div>
        <span>{formatFixed(q[state], 3)}</span>
      </div>
    </td>
  );
}
