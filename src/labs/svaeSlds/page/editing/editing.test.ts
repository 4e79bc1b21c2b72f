import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brush } from '../../../../plots/ribbon/StateRibbon.tsx';
import type { SvaeSldsEdit } from '../../edits.ts';
import { withStroke } from './paint.ts';
import { editInWords } from './sldsEditWords.ts';

describe('strokes of the brush', () => {
  const other: SvaeSldsEdit = { kind: 'scaleStickiness', factor: 2 };
  const stroke = fc.record({
    from: fc.nat(30),
    length: fc.integer({ min: 0, max: 12 }),
    what: fc.oneof(fc.nat(2), fc.constant('eraser' as const)),
  });

  it('leave what a person would see on paper, in few stretches that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 12 }), (strokes) => {
        const paper = new Array<Brush>(60).fill('eraser');
        let edits: readonly SvaeSldsEdit[] = [other];
        for (const { from, length, what } of strokes) {
          paper.fill(what, from, from + length);
          edits = withStroke(edits, from, from + length, what);
        }
        const seen = new Array<Brush>(60).fill('eraser');
        const stretches = edits.filter((edit) => edit.kind === 'paintState');
        stretches.forEach(({ from, to, state }, index) => {
          expect(to).toBeGreaterThan(from);
          const last = stretches[index - 1];
          if (last) expect(last.to < from || last.state !== state).toBe(true);
          if (last) expect(last.to).toBeLessThanOrEqual(from);
          seen.fill(state, from, to);
        });
        expect(seen).toEqual(paper);
        expect(edits).toContainEqual(other);
      }),
      { numRuns: 200 },
    );
  });
});

it('says each edit in words, counted from 1', () => {
  const said: readonly [SvaeSldsEdit, string][] = [
    [
      { kind: 'turnEigenvalue', state: 0, angleFactor: 2, radiusFactor: 0.99 },
      'State 1 turns 2.00 times as fast, radius times 0.990',
    ],
    [
      { kind: 'scaleDynamics', factor: 0 },
      'The dynamics A of all states are 0: a hidden Markov model',
    ],
    [{ kind: 'scaleDynamics', factor: 0.5 }, 'The dynamics A of all states times 0.50'],
    [
      { kind: 'setChainEntry', from: 1, to: 1, probability: 0.9 },
      'State 2 stays with probability 0.900',
    ],
    [
      { kind: 'setChainEntry', from: 1, to: 0, probability: 0.1 },
      'State 2 goes to state 1 with probability 0.100',
    ],
    [{ kind: 'scaleStickiness', factor: 10 }, 'Time in each state times 10.00'],
    [{ kind: 'removeState', state: 3 }, 'State 4 removed'],
    [{ kind: 'mergeStates', state: 1, into: 0 }, 'State 2 merged into state 1'],
    [
      { kind: 'splitState', state: 1, into: 2 },
      'State 2 split: state 3 has half of what it had learned',
    ],
    [{ kind: 'swapStates', state: 0, with: 2 }, 'States 1 and 3 swapped'],
    [{ kind: 'paintState', from: 4, to: 9, state: 0 }, 'Rows 5 to 9 painted with state 1'],
    [{ kind: 'setInputEnd', step: 0 }, 'No input at all'],
  ];
  for (const [edit, words] of said) expect(editInWords(edit)).toBe(words);
});
