import { expect, it } from 'vitest';
import type { SvaeSldsEdit } from '../edits.ts';
import type { SldsState, SvaeSldsSnapshot } from '../snapshot.ts';
import {
  alwaysFast,
  forgotShortVisits,
  foundStates,
  type LabView,
  remembering,
  START,
  taughtByBrush,
} from './checks.ts';

const state = (id: number, period: number | null, share = 0.5): SldsState => ({
  ...{ id, transition: [], offset: [], noise: [], eigenvalues: [], spectralRadius: 0.99 },
  ...{ period, dwell: 80, share, taught: 0, removed: false },
});

function view(
  of: Partial<Pick<SvaeSldsSnapshot, 'states' | 'assignments' | 'inputEnds' | 'scores'>>,
  edits: readonly SvaeSldsEdit[] = [],
): LabView {
  const snapshot = { assignments: new Uint8Array(200), inputEnds: 150, states: [], scores: null };
  return {
    snapshot: { ...snapshot, ...of } as unknown as SvaeSldsSnapshot,
    edits,
    runId: 0,
    isPretrained: false,
  };
}

const turn: SvaeSldsEdit = { kind: 'turnEigenvalue', state: 0, angleFactor: 5, radiusFactor: 1 };

it('"always fast" wants every state in use turned to the tempo of the fastest', () => {
  const [slow, fast, unused] = [state(0, 63), state(1, 12.6), state(2, 200, 0.001)];
  expect(alwaysFast(view({ states: [slow, fast, unused] })).done).toBe(false);
  const turned = [state(0, 12.6), fast, unused];
  expect(alwaysFast(view({ states: turned }, [turn]))).toEqual({
    done: true,
    text: 'The periods of the states in use go from 12.6 to 12.6 steps.',
  });
  // Without a turn there was nothing to do.
  expect(alwaysFast(view({ states: turned })).done).toBe(false);
  expect(alwaysFast(view({ states: [state(0, 15), fast] }, [turn])).done).toBe(false);
  expect(alwaysFast(view({ states: [fast, state(2, null)] }, [turn])).done).toBe(false);
});

it('"three strokes" wants a ribbon that was wrong to be right', () => {
  const scores = (accuracy: number) => ({
    scores: { accuracy, adjustedRandIndex: 0.5, oracleAdjustedRandIndex: 0.9 },
  });
  const stroke = (from: number): SvaeSldsEdit => ({
    ...{ kind: 'paintState', from, to: from + 9, state: 1 },
  });
  const wrong = remembering(START, view(scores(0.7)));
  expect(wrong.lowest).toBe(0.7);
  // What paint makes wrong does not count.
  expect(remembering(START, view(scores(0.7), [stroke(0)])).lowest).toBe(1);
  expect(taughtByBrush(view(scores(0.98), [stroke(0)]), wrong).done).toBe(true);
  expect(taughtByBrush(view(scores(0.98), [stroke(0)]), START).done).toBe(false);
  expect(taughtByBrush(view(scores(0.98)), wrong).done).toBe(false);
  expect(taughtByBrush(view(scores(0.98), [0, 20, 40, 60].map(stroke)), wrong).done).toBe(false);
  expect(taughtByBrush(view(scores(0.9), [stroke(0)]), wrong).text).toBe(
    'Accuracy 0.900 with 1 stretch painted; it was below 0.9 in this run.',
  );
  expect(taughtByBrush(view({}), wrong).done).toBe(false);
});

it('"short visits" wants them gone by longer times, and a switch left', () => {
  const flickering = new Uint8Array(200).fill(1, 40, 46).fill(1, 90);
  const calm = new Uint8Array(200).fill(1, 90);
  const sticky: SvaeSldsEdit = { kind: 'scaleStickiness', factor: 20 };
  const seen = remembering(START, view({ assignments: flickering }));
  expect(seen.hadShort).toBe(true);
  expect(forgotShortVisits(view({ assignments: flickering }, [sticky]), seen)).toEqual({
    done: false,
    text: '1 short visit and 3 switches before the line.',
  });
  expect(forgotShortVisits(view({ assignments: calm }, [sticky]), seen).done).toBe(true);
  expect(forgotShortVisits(view({ assignments: calm }), seen).done).toBe(false);
  expect(forgotShortVisits(view({ assignments: calm }, [sticky]), START).done).toBe(false);
  const none = new Uint8Array(200);
  expect(forgotShortVisits(view({ assignments: none }, [sticky]), seen).done).toBe(false);
});

it('"as good as the oracle" goes by its index', () => {
  const scores = { accuracy: 0.9, adjustedRandIndex: 0.84, oracleAdjustedRandIndex: 0.92 };
  expect(foundStates(view({ scores })).done).toBe(true);
  expect(foundStates({ ...view({ scores }), isPretrained: true }).done).toBe(false);
  expect(foundStates(view({ scores: { ...scores, adjustedRandIndex: 0.8 } })).done).toBe(false);
  expect(foundStates(view({ scores: { ...scores, oracleAdjustedRandIndex: null } })).done).toBe(
    false,
  );
});
