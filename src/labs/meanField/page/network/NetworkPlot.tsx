import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useDrag } from '../../../../plots/drag/useDrag.ts';
import {
  type Area,
  insideMargin,
  PlotHost,
  usePlotHost,
} from '../../../../plots/host/PlotHost.tsx';
import { placeInPlot } from '../../../../plots/style/plotScale.ts';
import type { EditedNode } from '../../networkEdits.ts';
import type { NetworkSnapshot, NodeUpdate } from '../../networkSnapshot.ts';
import { Arrows, Messages } from './Arrows.tsx';
import { type Box, boxOf, boxSizes, nodeAt, placeOf } from './graph.ts';
import { roleIn } from './messages.ts';
import { NodeBox } from './NodeBox.tsx';
import { NodeCard } from './NodeCard.tsx';
import { addParent, moveNode, removeNode } from './networkChanges.ts';
import type { NetworkEditing } from './networkEditing.ts';
import './network.css';
import { useLatest } from './useLatest.ts';

export interface NetworkPlotProps {
  readonly snapshot: NetworkSnapshot;
  /** What the update of the lit node would do; null where no messages are drawn. */
  readonly update: NodeUpdate | null;
  /** False while the messages are not added up yet. */
  readonly hasSum?: boolean;
  /** The node whose table is open. */
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly onHover: (node: number | null) => void;
  readonly onSelect: (node: number | null) => void;
  readonly editing: NetworkEditing;
}

const MARGIN = { left: 6, right: 6, top: 24, bottom: 18 };
const PRESS = 3;
/** A stroke of an arrow key, as a fraction of the network. */
const STROKE = 0.02;
const FAR_STROKE = 0.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A Bayesian network: boxes that are dragged, observed and updated, and the messages on its arrows. */
export function NetworkPlot(props: NetworkPlotProps) {
  const host = usePlotHost();
  const area = host.size && insideMargin(host.size, MARGIN);
  return (
    <PlotHost host={host} className="network-plot" label="Bayesian network" area={area}>
      {area && <Drawn {...props} area={area} element={host.element} />}
    </PlotHost>
  );
}

interface DrawnProps extends NetworkPlotProps {
  readonly area: Area;
  readonly element: ReturnType<typeof usePlotHost>['element'];
}

function Drawn({ area, element, ...props }: DrawnProps) {
  const { snapshot, update, selected, hovered, editing, onSelect } = props;
  const { nodes, evidence } = snapshot;
  const group = useRef<SVGGElement>(null);
  // Drawn at once; the model's answer has the same place.
  const [moved, setMoved] = useState<{ readonly id: number; readonly box: Box } | null>(null);
  const [arrow, setArrow] = useState<{ from: number; x: number; y: number } | null>(null);
  const sizes = useMemo(() => boxSizes(nodes, area), [nodes, area]);
  const { compact } = sizes;
  const boxes = useMemo(
    () =>
      new Map(
        nodes.map((node) => [
          node.id,
          moved?.id === node.id ? moved.box : boxOf(node, area, sizes),
        ]),
      ),
    [nodes, area, sizes, moved],
  );
  const start = useRef<Box | null>(null);
  const sentence = (node: EditedNode) => `${node.name} was moved.`;
  const dragNode = useDrag<EditedNode>(group, {
    threshold: PRESS,
    onStart: ({ id }) => {
      start.current = boxes.get(id) ?? null;
    },
    onMove: (dx, dy, node) => {
      const from = start.current;
      if (!from) return;
      const at = placeOf({ ...from, x: from.x + dx, y: from.y + dy }, area);
      setMoved({ id: node.id, box: boxOf({ ...node, at: [...at] }, area, sizes) });
    },
    onEnd: (node) => {
      const at = moved && placeOf(moved.box, area);
      if (at) void editing.setNodes((now) => moveNode(now, node.id, () => [...at]), sentence(node));
      setMoved(null);
    },
    onClick: ({ id }) => onSelect(selected === id ? null : id),
    onCancel: () => setMoved(null),
  });
  const dragArrow = useDrag<EditedNode>(group, {
    onMove: (dx, dy, { id }) => {
      const box = boxes.get(id);
      if (box) setArrow({ from: id, x: box.x + dx, y: box.y + box.height / 2 + dy });
    },
    onEnd: (node) => {
      const child = arrow && nodeAt(arrow, nodes, boxes);
      setArrow(null);
      if (child && child.id !== node.id && !child.parents.includes(node.id))
        void editing.setNodes(
          (now) => addParent(now, child.id, node.id),
          `Arrow from ${node.name} to ${child.name}.`,
        );
    },
    onCancel: () => setArrow(null),
  });

  const observe = (node: EditedNode, state: number): void => {
    const isObserved = evidence[nodes.indexOf(node)] === state;
    void editing.observe(node, isObserved ? null : state);
  };
  const press = (event: KeyboardEvent, node: EditedNode): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { id } = node;
    const direction = ARROWS[event.key];
    const state = Number(event.key) - 1;
    if (direction) {
      const stroke = event.shiftKey ? FAR_STROKE : STROKE;
      const to = (at: EditedNode['at']) =>
        at.map((place, axis) =>
          Math.min(1, Math.max(0, Math.round(1000 * (place + direction[axis] * stroke)) / 1000)),
        ) as [number, number];
      const move = (now: readonly EditedNode[]) => moveNode(now, id, to);
      void editing.followNodes('end', move, `place ${id}`, sentence(node));
    } else if (event.key === 'Enter' || event.key === ' ') onSelect(selected === id ? null : id);
    else if (event.key === 'u' || event.key === 'U') void editing.update(node);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (nodes.length > 1)
        void editing.setNodes((now) => removeNode(now, id), `${node.name} was removed.`);
    } else if (state >= 0 && state < node.states.length) observe(node, state);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const actions = useLatest({ drag: dragNode, dragArrow, press, observe });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the button that adds a node
    <g
      ref={group}
      className={update ? 'network-lit' : undefined}
      onDoubleClick={({ target, clientX, clientY }) => {
        if ((target as Element).closest('.network-node')) return;
        const [x, y] = placeInPlot(element, { clientX, clientY });
        const at = placeOf({ x, y, width: 0, height: 0 }, area);
        void editing.addNode([...at]);
      }}
    >
      <rect
        className="network-ground"
        x={0}
        y={0}
        width={area.left + area.width + MARGIN.right}
        height={area.top + area.height + MARGIN.bottom}
      />
      <Arrows nodes={nodes} boxes={boxes} update={update} />
      {arrow && <NewArrow {...arrow} box={boxes.get(arrow.from)} />}
      {nodes.map((node, index) => {
        const box = boxes.get(node.id);
        return (
          box && (
            <NodeBox
              key={node.id}
              {...{ node, box, compact }}
              q={snapshot.q[index]}
              exact={snapshot.exact?.marginals[index] ?? null}
              evidence={evidence[index]}
              role={update && roleIn(update, node.id)}
              isNext={snapshot.next === node.id}
              isSelected={selected === node.id}
              isHovered={hovered === node.id}
              onHover={props.onHover}
              actions={actions}
            />
          )
        );
      })}
      <Messages {...{ nodes, boxes, update, area }} hasSum={props.hasSum ?? true} />
      {compact && <NodeCard {...{ snapshot, boxes, area, hovered }} />}
    </g>
  );
}

/** On its way to the node it will point at. */
function NewArrow({
  x,
  y,
  box,
}: {
  readonly x: number;
  readonly y: number;
  readonly box: Box | undefined;
}) {
  if (!box) return null;
  return (
    <line className="network-new-arrow" x1={box.x} y1={box.y + box.height / 2} x2={x} y2={y} />
  );
}
