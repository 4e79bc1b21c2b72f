import { memo, useMemo } from 'react';
import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { EditedNode } from '../../networkEdits.ts';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import { placeChips } from './chips.ts';
import { arrowBetween, type Box, headOf, type Point } from './graph.ts';

interface ArrowsProps {
  readonly nodes: readonly EditedNode[];
  readonly boxes: ReadonlyMap<number, Box>;
  /** Whose messages are written on the arrows; null for none. */
  readonly update: NodeUpdate | null;
}

interface MessagesProps extends ArrowsProps {
  /** Whether the sum is written, too. */
  readonly hasSum: boolean;
  readonly area: Area;
}

/** Arrows from parents to children; those of the Markov blanket are lit. */
export const Arrows = memo(function Arrows({ nodes, boxes, update }: ArrowsProps) {
  const arrows = useMemo(() => arrowsOf(nodes, boxes), [nodes, boxes]);
  return (
    <g>
      {arrows.map((arrow) => (
        <Arrow
          key={`${arrow.parent} ${arrow.child}`}
          {...arrow}
          role={update && roleOfArrow(update, arrow.parent, arrow.child)}
        />
      ))}
    </g>
  );
});

interface ArrowProps {
  readonly start: Point;
  readonly end: Point;
  readonly role: ReturnType<typeof roleOfArrow>;
}

/** Drawn again only where its role has changed: from update to update most stay. */
const Arrow = memo(function Arrow({ start, end, role }: ArrowProps) {
  return (
    <g className="network-arrow" data-role={role ?? undefined}>
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      <path d={headOf(start, end)} />
    </g>
  );
});

/** The messages of an update, on their arrows: from the node's own table, from each child, and their sum. */
export const Messages = memo(function Messages(props: MessagesProps) {
  const { nodes, boxes, update, hasSum, area } = props;
  if (!update) return null;
  const leaving = arrowsOf(nodes, boxes).filter(({ parent }) => parent === update.node);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {placeChips(update, boxes, leaving, { hasSum, area }).map((chip) => (
        <g
          key={chip.key}
          className="network-chip"
          data-sum={chip.isSum || undefined}
          transform={`translate(${chip.x.toFixed(1)} ${chip.y.toFixed(1)})`}
        >
          <rect
            x={-chip.width / 2}
            y={-chip.height / 2}
            width={chip.width}
            height={chip.height}
            rx={chip.height / 2}
          />
          <text dy="0.34em" textAnchor="middle">
            {chip.text}
          </text>
        </g>
      ))}
    </g>
  );
});

const arrowsOf = (nodes: ArrowsProps['nodes'], boxes: ArrowsProps['boxes']) =>
  nodes.flatMap((child) =>
    child.parents.flatMap((parent) => {
      const [from, to] = [boxes.get(parent), boxes.get(child.id)];
      return from && to ? [{ parent, child: child.id, ...arrowBetween(from, to) }] : [];
    }),
  );

/** Whether an arrow is in the Markov blanket: it points at the node, leaves it, or leaves a co-parent. */
function roleOfArrow(update: NodeUpdate, parent: number, child: number) {
  if (child === update.node) return 'from-parent';
  if (parent === update.node) return 'to-child';
  return update.children.includes(child) ? 'from-co-parent' : null;
}
