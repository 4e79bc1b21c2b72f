import { memo, type SyntheticEvent, useRef } from 'react';
import { passFocusOn } from '../../../../plots/drag/passFocusOn.ts';
import { Button } from '../../../../ui/Button.tsx';
import { NumberEntry } from '../../../../ui/NumberEntry.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { type EditedNode, LIMITS } from '../../networkEdits.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './NodePanel.module.css';
import {
  addParent,
  addState,
  nodeOf,
  removeNode,
  removeParent,
  removeState,
  renameNode,
  renameState,
  rowsOf,
  setProbability,
  statesInRow,
} from './networkChanges.ts';
import type { NetworkEditing } from './networkEditing.ts';
import { TextEntry } from './TextEntry.tsx';
import { useLatest } from './useLatest.ts';

export interface NodePanelProps {
  readonly nodes: readonly EditedNode[];
  /** The node whose table is open. */
  readonly id: number;
  readonly editing: NetworkEditing;
}

const LIT_BY: readonly Highlight[] = ['tables'];
const PROBABILITY = { min: 0, max: 1, step: 0.001, scale: 'linear' } as const;
/** A table this long is scrolled through; longer ones would take seconds to draw. */
const MOST_ROWS = 64;

/** Name, parents, states and table of a node, all of which can be changed. */
export const NodePanel = memo(function NodePanel({ nodes, id, editing }: NodePanelProps) {
  const node = nodeOf(nodes, id);
  return (
    <StagePanel
      name="Table"
      heading={node ? `p(${node.name}${given(nodes, node)})` : 'Table'}
      part="table"
      litBy={LIT_BY}
      actions={
        node && (
          <span className={styles.actions}>
            <Button
              size="small"
              variant="quiet"
              disabled={node.states.length >= LIMITS.states}
              onClick={() =>
                void editing.setNodes((now) => addState(now, id), 'A state was added.')
              }
            >
              Add a state
            </Button>
            <Button
              size="small"
              variant="quiet"
              disabled={nodes.length === 1}
              onClick={() =>
                void editing.setNodes((now) => removeNode(now, id), `${node.name} was removed.`)
              }
            >
              Remove node
            </Button>
          </span>
        )
      }
    >
      {node && <Form {...{ nodes, node, editing }} />}
    </StagePanel>
  );
});

const given = (nodes: readonly EditedNode[], { parents }: EditedNode): string =>
  parents.length > 0 ? ` | ${parents.map((id) => nodeOf(nodes, id)?.name).join(', ')}` : '';

interface FormProps {
  readonly nodes: readonly EditedNode[];
  readonly node: EditedNode;
  readonly editing: NetworkEditing;
}

function Form({ nodes, node, editing }: FormProps) {
  const { id, name, states, parents } = node;
  const rows = rowsOf(node);
  const parentNames = parents.map((parent) => nodeOf(nodes, parent)?.name ?? '');
  const { changeParent } = useLatest({
    changeParent(parent: number, isParent: boolean) {
      const other = nodeOf(nodes, parent)?.name;
      void editing.setNodes(
        (now) => (isParent ? addParent : removeParent)(now, id, parent),
        isParent
          ? `Arrow from ${other} to ${name}.`
          : `The arrow from ${other} to ${name} was removed.`,
      );
    },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.scroll} tabIndex={0} aria-label={`Table of ${name}`}>
      <div className={styles.line}>
        <TextEntry
          key={id}
          label="Name"
          value={name}
          limit={LIMITS.name}
          onCommit={(text) =>
            editing.setNodes((now) => renameNode(now, id, text), `Renamed to ${text}.`)
          }
        />
        <fieldset className={styles.parents}>
          <legend>Parents</legend>
          {nodes
            .filter((other) => other.id !== id)
            .map((other) => (
              <Parent
                key={other.id}
                id={other.id}
                name={other.name}
                checked={parents.includes(other.id)}
                onChange={changeParent}
              />
            ))}
        </fieldset>
      </div>
      <table key={id} className={styles.table}>
        <thead>
          <tr>
            {parentNames.map((parent) => (
              <th key={parent} scope="col">
                {parent}
              </th>
            ))}
            {states.map((state, s) => (
              <th key={state} scope="col" className={styles.state}>
                <TextEntry
                  label={`Name of state ${s + 1}`}
                  isBare
                  value={state}
                  limit={LIMITS.name}
                  onCommit={(text) =>
                    editing.setNodes((now) => renameState(now, id, s, text), `Renamed to ${text}.`)
                  }
                />
                <Button
                  ref={passFocusOn}
                  size="small"
                  variant="quiet"
                  aria-label={`Remove the state ${state}`}
                  onClick={() =>
                    void editing.setNodes((now) => removeState(now, id, s), `${state} was removed.`)
                  }
                >
                  ×
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, r) => {
            const given = statesInRow(nodes, node, r);
            const where = given.map((state, k) => `${parentNames[k]} = ${state}`).join(', ');
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
              <tr key={r}>
                {given.map((state, k) => (
                  <th key={parentNames[k]} scope="row">
                    {state}
                  </th>
                ))}
                {states.map((state, s) => (
                  <td key={state}>
                    <Probability
                      label={`p(${name} = ${state}${where ? ` | ${where}` : ''})`}
                      value={row[s]}
                      onChange={(phase, value) =>
                        void editing.followNodes(
                          phase,
                          (now) => setProbability(now, id, r, s, value),
                          `table ${id} ${r} ${s}`,
                          `p(${name} = ${state}) is ${formatFixed(value, 3)}.`,
                        )
                      }
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p>
          The first {MOST_ROWS} of {rows.length} rows are shown.
        </p>
      )}
    </section>
  );
}

interface ParentProps {
  readonly id: number;
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (parent: number, isParent: boolean) => void;
}

/** One of many: from node to node only those that become parents, or are none any more, change. */
const Parent = memo(function Parent({ id, name, checked, onChange }: ParentProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(id, target.checked)}
      />
      {name}
    </label>
  );
});

interface ProbabilityProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (phase: 'move' | 'end', value: number) => void;
}

/** A probability by typing and by a slider; the others of its row follow. */
function Probability({ label, value, onChange }: ProbabilityProps) {
  // The key that brings the focus here is released here, too, and moves nothing.
  const isMoved = useRef(false);
  const end = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    if (isMoved.current) onChange('end', Number(currentTarget.value));
    isMoved.current = false;
  };
  return (
    <div className={styles.probability}>
      <NumberEntry
        label={label}
        value={value}
        range={PROBABILITY}
        digits={5}
        onCommit={(typed) => onChange('end', typed)}
      />
      <input
        type="range"
        aria-label={`${label}, slider`}
        min={0}
        max={1}
        step={0.01}
        value={value}
        onChange={({ target }) => {
          isMoved.current = true;
          onChange('move', Number(target.value));
        }}
        onPointerUp={end}
        onKeyUp={end}
        onBlur={end}
      />
    </div>
  );
}
