import { memo } from 'react';
import type { EditedNode } from '../../networkEdits.ts';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import { arrowBetween, type Box, headOf, type Point } from './graph.ts';
import { messageText, sumText } from './messages.ts';

interface ArrowsProps {
  readonly nodes: readonly EditedNode[];
  readonly boxes: ReadonlyMap<number, Box>;
  /** Whose messages are written on the arrows; null for none. */
  readonly update: NodeUpdate | null;
}

interface MessagesProps extends ArrowsProps {
  /** Whether the sum is written, too. */
  readonly hasSum: boolean;
}

const CHIP_HEIGHT = 19;
const DIGIT = 6.7;
/** From the child's end of the arrow: there is room between the boxes. */
const CHIP_PLACE = 0.5;
/** Of the two chips above a box from its middle. */
const OWN_LEFT = 31;
const SUM_RIGHT = 37;

/** Arrows from parents to children; those of the Markov blanket are lit. */
export const Arrows = memo(function Arrows({ nodes, boxes, update }: ArrowsProps) {
  const arrows = arrowsOf(nodes, boxes);
  return (
    <g>
      {arrows.map(({ parent, child, start, end }) => {
        const role = update && roleOfArrow(update, parent, child);
        return (
          <g
            key={`${parent} ${child}`}
            className="network-arrow"
            data-role={role ?? undefined}
            data-dimmed={(update && !role) || undefined}
          >
            <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
            <path d={headOf(start, end)} />
          </g>
        );
      })}
    </g>
  );
});

/** The messages of an update, on their arrows: from the node's own table, from each child, and their sum. */
export const Messages = memo(function Messages({ nodes, boxes, update, hasSum }: MessagesProps) {
  const lit = update && boxes.get(update.node);
  if (!update || !lit) return null;
  const own = update.messages.find(({ owner }) => owner === update.node);
  const above = lit.y - lit.height / 2 - CHIP_HEIGHT / 2 - 2;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {arrowsOf(nodes, boxes)
        .filter(({ parent }) => parent === update.node)
        .map(({ child, start, end }) => {
          const message = update.messages.find(({ owner }) => owner === child);
          return (
            message && (
              <Chip
                key={child}
                at={between(start, end, CHIP_PLACE)}
                text={`${messageText(message)} ↑`}
              />
            )
          );
        })}
      {own && <Chip at={{ x: lit.x - OWN_LEFT, y: above }} text={`${messageText(own)} ↓`} />}
      {hasSum && (
        <Chip at={{ x: lit.x + SUM_RIGHT, y: above }} text={`= ${sumText(update.after)}`} isSum />
      )}
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

const between = (start: Point, end: Point, part: number): Point => ({
  x: start.x + part * (end.x - start.x),
  y: start.y + part * (end.y - start.y),
});

interface ChipProps {
  readonly at: Point;
  readonly text: string;
  readonly isSum?: boolean;
}

function Chip({ at, text, isSum = false }: ChipProps) {
  const width = DIGIT * text.length + 10;
  return (
    <g
      className="network-chip"
      data-sum={isSum || undefined}
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
    >
      <rect
        x={-width / 2}
        y={-CHIP_HEIGHT / 2}
        width={width}
        height={CHIP_HEIGHT}
        rx={CHIP_HEIGHT / 2}
      />
      <text dy="0.34em" textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
