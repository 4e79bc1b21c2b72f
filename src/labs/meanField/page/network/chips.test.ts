import { expect, it } from 'vitest';
import { presetNetwork } from '../../engine/network/presets.ts';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import { placeChips } from './chips.ts';
import { arrowBetween, type Box, boxOf, boxSizes } from './graph.ts';

const WIDE = { left: 6, top: 24, width: 420, height: 330 };
const NARROW = { left: 6, top: 24, width: 354, height: 280 };
const PRESETS = ['sprinkler', 'spins', 'alarm', 'naive-bayes', 'chain'] as const;

const touch = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 1 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 1;

it.each(PRESETS)('keeps messages of %s off the nodes and off each other', (preset) => {
  const { nodes, evidence } = presetNetwork(preset, 1.2);
  for (const area of [WIDE, NARROW]) {
    const sizes = boxSizes(nodes, area);
    const boxes = new Map(nodes.map((node) => [node.id, boxOf(node, area, sizes)]));
    for (const node of nodes.filter(({ id }) => !evidence.has(id))) {
      const children = nodes.filter(({ parents }) => parents.includes(node.id));
      const log = node.states.map((_, s) => -s);
      const update = {
        node: node.id,
        messages: [node, ...children].map(({ id }) => ({ owner: id, log })),
        after: node.states.map(() => 1 / node.states.length),
      } as unknown as NodeUpdate;
      const from = boxes.get(node.id) as Box;
      const arrows = children.map(({ id }) => ({
        child: id,
        ...arrowBetween(from, boxes.get(id) as Box),
      }));
      const chips = placeChips(update, boxes, arrows, { hasSum: true, area });
      expect(chips).toHaveLength(children.length + 2);
      chips.forEach((chip, i) => {
        const others = [...chips.slice(i + 1), ...boxes.values()];
        expect(others.filter((other) => touch(chip, other))).toEqual([]);
        expect(chip.x - chip.width / 2).toBeGreaterThanOrEqual(area.left - 0.01);
      });
    }
  }
});
