import { expect, it } from 'vitest';
import { renderFormula } from '../../../../ui/renderFormula.ts';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import { describeFrame, messagesBy, stageNames, type UpdateStage } from './updateFrames.ts';

const update: NodeUpdate = {
  node: 1,
  parents: [0],
  children: [3],
  coParents: [2],
  messages: [
    { owner: 1, log: [-0.5, -1] },
    { owner: 3, log: [null, -0.1] },
  ],
  elboBefore: null,
  elboAfter: -1.25,
  before: [0.5, 0.5],
  after: [0, 1],
};
const nameOf = (node: number) => ['Cloudy', 'Sprinkler_1 {x}', 'Rain', 'Wet'][node];
const told = { update, nameOf, states: ['no', 'yes & more'] };
const stages = Object.keys(stageNames) as UpdateStage[];

it('writes each stage, whatever nodes and states are called', () => {
  for (const stage of stages) {
    const { sentence, tex, label } = describeFrame(told, stage);
    expect(sentence).not.toMatch(/undefined|NaN/);
    expect(label).not.toBe('');
    expect(renderFormula(tex, true)).not.toContain('katex-error');
  }
  expect(describeFrame(told, 'blanket').sentence).toContain(
    'its parent Cloudy; its child Wet; its co-parent Rain',
  );
  expect(describeFrame(told, 'children').sentence).toContain('+∞ from Wet');
  const alone = { ...update, children: [], coParents: [], messages: [update.messages[0]] };
  expect(describeFrame({ ...told, update: alone }, 'children').sentence).toContain('no children');
});

it('has the messages appear one after the other', () => {
  expect(stages.map((stage) => messagesBy(update, stage).length)).toEqual([0, 1, 2, 2, 2]);
});
