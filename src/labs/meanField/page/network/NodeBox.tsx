import { type KeyboardEvent, memo } from 'react';
import { passFocusOn } from '../../../../plots/drag/passFocusOn.ts';
import type { PointerProps } from '../../../../plots/drag/useDrag.ts';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { EditedNode } from '../../networkEdits.ts';
import { type Box, HEAD, ROW } from './graph.ts';
import type { Role } from './messages.ts';

interface NodeBoxProps {
  readonly node: EditedNode;
  readonly box: Box;
  /** Shows its name and a bar alone. */
  readonly compact: boolean;
  readonly q: readonly number[];
  readonly exact: readonly number[] | null;
  /** The observed state; null where it is hidden. */
  readonly evidence: number | null;
  readonly role: Role | null;
  readonly isNext: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly onHover: (node: number | null) => void;
  readonly actions: NodeActions;
}

/** What a person does with a node. */
export type NodeActions = {
  readonly drag: (node: EditedNode) => PointerProps;
  readonly dragArrow: (node: EditedNode) => PointerProps;
  readonly press: (event: KeyboardEvent, node: EditedNode) => void;
  /** It is observed in this state, or no longer. */
  readonly observe: (node: EditedNode, state: number) => void;
};

const NAME_ROOM = 15;
/** Small boxes narrower than this have small letters, and no further words. */
const TIGHT = 76;
/** Pixels of a letter in a small box. */
const LETTER = { wide: 6.8, tight: 5.6 } as const;
/** Of a row: the state's name, the bar, the number. */
const BAR_LEFT = 50;
const BAR_RIGHT = 32;
const STATE_ROOM = 7;

/** A node: its states with q as bars, a tick at each exact probability, evidence filled in grey. */
export const NodeBox = memo(function NodeBox(props: NodeBoxProps) {
  const { node, box, compact, evidence, role, isNext, actions } = props;
  const { id, name, states } = node;
  const isTight = compact && box.width < TIGHT;
  const letter = isTight ? LETTER.tight : LETTER.wide;
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
    <g
      ref={passFocusOn}
      className="network-node"
      role="button"
      tabIndex={0}
      aria-label={inWords(props)}
      aria-pressed={props.isSelected}
      data-role={role ?? undefined}
      data-observed={evidence !== null || undefined}
      data-selected={props.isSelected || undefined}
      transform={`translate(${left.toFixed(1)} ${top.toFixed(1)})`}
      onPointerEnter={() => props.onHover(id)}
      onPointerLeave={() => props.onHover(null)}
      onFocus={() => props.onHover(id)}
      onBlur={() => props.onHover(null)}
      onKeyDown={(event) => actions.press(event, node)}
    >
      <g {...actions.drag(node)}>
        <rect className="network-box" width={box.width} height={box.height} rx={7} />
        <text
          className="network-name"
          data-tight={isTight || undefined}
          x={box.width / 2}
          y={compact ? 13 : 15}
          textAnchor="middle"
        >
          {isNext && !isTight ? '▸ ' : ''}
          {fitted(name, compact ? Math.floor((box.width - 4) / letter) : NAME_ROOM)}
        </text>
        {compact && (
          <Bar {...props} state={states.length - 1} left={6} top={19} width={box.width - 12} />
        )}
      </g>
      {!compact &&
        states.map((state, s) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the number keys on the node do the same
          <g
            key={state}
            className="network-state"
            data-observed={evidence === s || undefined}
            transform={`translate(0 ${HEAD + ROW * s})`}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => actions.observe(node, s)}
          >
            <rect className="network-hit" width={box.width} height={ROW} />
            <StateRow {...props} state={s} width={box.width} />
          </g>
        ))}
      {role && role !== 'updated' && !isTight && (
        <text className="network-role" x={4} y={box.height + 11}>
          {role}
        </text>
      )}
      {(props.isSelected || props.isHovered) && (
        <g className="network-handle" {...actions.dragArrow(node)}>
          <circle className="network-hit" cx={box.width / 2} cy={box.height} r={13} />
          <circle cx={box.width / 2} cy={box.height} r={6} />
        </g>
      )}
    </g>
  );
});

interface StateRowProps extends Pick<NodeBoxProps, 'node' | 'q' | 'exact' | 'evidence'> {
  readonly state: number;
  readonly width: number;
}

/** A state: its name, its bar and its probability under q. */
export function StateRow({ node, state, width, ...shares }: StateRowProps) {
  return (
    <>
      <text x={8} y={12}>
        {fitted(node.states[state], STATE_ROOM)}
      </text>
      <Bar
        {...{ ...shares, state }}
        left={BAR_LEFT}
        top={4}
        width={width - BAR_LEFT - BAR_RIGHT - 6}
      />
      <text x={width - 8} y={12} textAnchor="end">
        {formatFixed(shares.q[state], 2)}
      </text>
    </>
  );
}

/** A name in so many letters: its end stays, since that is where numbers are. */
function fitted(name: string, room: number): string {
  if (name.length <= room) return name;
  const end = Math.max(1, Math.min(3, room - 2));
  return `${name.slice(0, Math.max(1, room - end - 1))}…${name.slice(-end)}`;
}

interface BarProps extends Pick<NodeBoxProps, 'q' | 'exact' | 'evidence'> {
  readonly state: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** q of a state, and a tick where the exact probability is. */
function Bar({ q, exact, evidence, state, left, top, width }: BarProps) {
  const look = INFERENCE_LOOK[useTheme()];
  return (
    <g>
      <rect className="network-track" x={left} y={top} width={width} height={8} rx={2} />
      <rect
        className="network-bar"
        x={left}
        y={top}
        height={8}
        rx={2}
        width={width * q[state]}
        fill={evidence === null ? look.meanField : undefined}
        data-observed={evidence !== null || undefined}
      />
      {exact && evidence === null && (
        <rect
          x={left + width * exact[state] - 1.25}
          y={top - 2}
          width={2.5}
          height={12}
          fill={look.exact}
        />
      )}
    </g>
  );
}

function inWords({ node, q, exact, evidence, role, isNext }: NodeBoxProps): string {
  const { name, states } = node;
  if (evidence !== null) return `${name}, observed: ${states[evidence]}`;
  const shares = states.map((state, s) => {
    const truth = exact ? `, exactly ${formatFixed(exact[s], 3)}` : '';
    return `${state} ${formatFixed(q[s], 3)}${truth}`;
  });
  const turn = isNext ? ', updated next' : '';
  return `${name}${role && role !== 'updated' ? `, ${role} of the lit node` : ''}${turn}; q: ${shares.join('; ')}`;
}
