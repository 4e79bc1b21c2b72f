import type { LabExamples } from '../examples.fixture.ts';
import { rounded } from '../miniature.fixture.ts';
import { changePoints } from '../shared/data/segmentation.ts';
import type { SvaeSldsEdit } from './edits.ts';
import type { SvaeSldsQuery, SvaeSldsSnapshot } from './snapshot.ts';

/** Steps on either side of the line where input ends, in the miniature. */
const AROUND_INPUT_END = 70;
const GOOD_ARI = 0.9;
const LEAST_SWITCHES = 2;
/** States are found after half of them. */
const SHIPPED_STEPS = 800;
/** Enough for states that rotate, whose dials there are. */
const TRAINED_FOR_HANDS = 300;

export const examples: LabExamples = {
  small: {
    sequenceSteps: 600,
    windowSteps: 20,
    windows: 4,
    states: 3,
    warmUpSteps: 2,
    restarts: 2,
  },
  otherShape: { latentDimension: 3 },
  edits: [
    { kind: 'turnEigenvalue', state: 0, angleFactor: 1.7, radiusFactor: 0.8 },
    { kind: 'setChainEntry', from: 0, to: 1, probability: 0.6 },
  ] satisfies SvaeSldsEdit[],
  harmless: (): SvaeSldsEdit[] => [
    { kind: 'scaleStickiness', factor: 1 },
    { kind: 'scaleDynamics', factor: 1 },
    { kind: 'setInputEnd', step: 3 },
  ],
  queries: [
    { kind: 'sweeps', from: 2, steps: 8, sweeps: 3 },
    { kind: 'paths', from: 2, steps: 5 },
  ] satisfies SvaeSldsQuery[],
  shipped: {
    'svae-slds': {
      steps: SHIPPED_STEPS,
      characters: 240_000,
      isGood: (model) => {
        const { truth, inputEnds } = model.snapshot() as SvaeSldsSnapshot;
        // There is to be something to see before the line.
        const switches = changePoints(truth?.subarray(0, inputEnds) ?? []).length;
        if (switches < LEAST_SWITCHES) return false;
        const { adjustedRandIndex, oracleAdjustedRandIndex } = model.measure?.() ?? {};
        return Number(adjustedRandIndex) >= GOOD_ARI * Number(oracleAdjustedRandIndex);
      },
    },
  },
  timed: [
    {
      name: 'a key on a dial',
      settings: {},
      trained: TRAINED_FOR_HANDS,
      what: { press: 'Frequency', keys: ['ArrowLeft', 'ArrowRight'] },
      bars: [50, 25],
    },
    {
      name: 'a key on an arrow',
      settings: {},
      trained: TRAINED_FOR_HANDS,
      what: { press: 'Probability of staying in state 1', keys: ['ArrowDown', 'ArrowUp'] },
      bars: [50, 25],
    },
    {
      name: 'a key that paints a step',
      settings: {},
      trained: TRAINED_FOR_HANDS,
      what: { press: 'Steps to paint', keys: ['2', '1'], inARow: 1 },
      bars: [50, 25],
    },
    {
      name: 'the brush',
      settings: {},
      trained: TRAINED_FOR_HANDS,
      what: { drag: 'Steps to paint' },
      bars: [50, 25],
    },
  ],
  miniature: {
    of(snapshot: SvaeSldsSnapshot) {
      const { dataDimension: D, inputEnds, steps } = snapshot;
      const from = Math.max(0, inputEnds - AROUND_INPUT_END);
      const to = Math.min(steps, inputEnds + AROUND_INPUT_END);
      return {
        pixels: D,
        data: rounded(snapshot.data.subarray(from * D, to * D)),
        prediction: rounded(snapshot.prediction.subarray(from * D, to * D)),
        inputEnd: inputEnds - from,
        states: Array.from(snapshot.assignments.subarray(from, to)),
        truth: snapshot.truth ? Array.from(snapshot.truth.subarray(from, to)) : [],
      };
    },
  },
};
