import { describe, expect, it } from 'vitest';
import {
  NO_PROGRESS,
  observe as observeSet,
  type Progress,
} from '../../shared/challenges/challengeSet.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { motionLeft } from '../motionLeft.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';
import { challenges } from './challengeSet.ts';
import type { LabView, Remembered } from './checks.ts';

const STEPS = 200;
const PERIOD = 25;

/** One pixel that goes up and down `size` far. */
const wave = (size: (step: number) => number) =>
  Float32Array.from(
    { length: STEPS },
    (_, t) => 0.5 + size(t) * Math.cos((2 * Math.PI * t) / PERIOD),
  );

const learned: SvaeLdsSnapshot = {
  kind: 'svae-lds',
  steps: STEPS,
  dataDimension: 1,
  latentDimension: 2,
  firstRow: 0,
  inputEnds: 100,
  data: wave(() => 0.5),
  clean: null,
  prediction: wave(() => 0.5),
  spread: null,
  sample: null,
  sampleLatents: null,
  sampleCount: 50,
  latents: new Float32Array(2 * STEPS),
  transition: [1, 0, 0, 1],
  noise: [1, 0, 0, 1],
  eigenvalues: [],
  rotations: [{ re: 0, im: 1, radius: 1, period: 25.1, share: 1, leads: true }],
  columnInfluence: [1, 0],
  absentPairs: [],
  spectralRadius: 1.0003,
  period: PERIOD,
  truePeriod: PERIOD,
  trainingPeriod: null,
  spectrum: { periods: new Float32Array(0), power: new Float32Array(0) },
  errors: { seen: 0.001, ahead: 0.002 },
  naiveErrors: null,
  edited: false,
  heldFrom: null,
  trouble: null,
};

function view(
  snapshot: Partial<SvaeLdsSnapshot> = {},
  edits: readonly SvaeLdsEdit[] = [],
  change: Partial<LabView> = {},
): LabView {
  const shown = { ...learned, edited: edits.length > 0, ...snapshot };
  return { run: 1, step: 300, pretrained: false, snapshot: shown, edits, ...change };
}

const observe = (before: Progress<Remembered>, now: LabView) => observeSet(challenges, before, now);
const seen = (...views: LabView[]): Progress<Remembered> => views.reduce(observe, NO_PROGRESS);

const turn = (angleFactor: number, radiusFactor = 1): SvaeLdsEdit => ({
  kind: 'turnEigenvalue',
  pair: 0,
  angleFactor,
  radiusFactor,
});
const scale = (column: number, factor: number): SvaeLdsEdit => ({
  kind: 'scaleTransitionColumn',
  column,
  factor,
});

describe('teaching it to bounce', () => {
  it('is done by a model trained here that has the period and sees far ahead', () => {
    expect(seen(view()).findings.learn).toEqual({
      done: true,
      text: 'Step 300: period 25.0 steps, of the data 25.0 steps; error ahead 0.0020.',
    });
  });

  it('is not done with another period, a poor forecast, edits, or the shipped model', () => {
    expect(seen(view({ period: 25.3 })).findings.learn.done).toBe(false);
    expect(seen(view({ errors: { seen: 0, ahead: 0.02 } })).findings.learn.done).toBe(false);
    expect(seen(view({}, [turn(1)])).findings.learn.done).toBe(false);
    expect(seen(view({}, [], { pretrained: true })).findings.learn.text).toContain('pretrained');
    expect(seen(view({}, [], { step: 0 })).findings.learn.done).toBe(false);
    expect(seen(view({ truePeriod: null })).findings.learn.text).toContain('no known period');
    expect(seen(view({ period: null })).findings.learn.text).toContain('no period yet');
  });
});

describe('dreaming', () => {
  const nothing = [{ kind: 'setInputEnd', step: 0 }] as const;

  it('is done with no input and the learned period', () => {
    const { dream } = seen(view({ inputEnds: 0, period: 25.5 }, nothing)).findings;
    expect(dream.done).toBe(true);
    expect(dream.text).toContain('25.5 steps; learned: 25.1 steps');
  });

  it('is not done with some input, or when nothing repeats', () => {
    expect(seen(view()).findings.dream).toEqual({ done: false, text: '' });
    const noise = seen(view({ inputEnds: 0, period: null }, nothing)).findings.dream;
    expect(noise).toMatchObject({ done: false, text: expect.stringContaining('Train longer') });
    expect(seen(view({ inputEnds: 0, period: 31 }, nothing)).findings.dream.done).toBe(false);
  });
});

describe('twice as fast', () => {
  it('is half of the learned period within 2 %, by the dial', () => {
    const faster = (period: number, edits = [turn(2)]) =>
      seen(view(), view({ period }, edits)).findings.faster;
    expect(faster(12.6)).toEqual({
      done: true,
      text: 'Period 12.6 steps; half of the learned one is 12.5 steps.',
    });
    expect(faster(12.8).done).toBe(false);
    expect(faster(12.5, [scale(0, 2)]).done).toBe(false);
  });

  it('asks every pair that sets a pace to turn, where there are several', () => {
    const both = [26.7, 17.8].map((period) => ({ ...learned.rotations[0], period, share: 0.4 }));
    const rotations = [...both, { ...learned.rotations[0], period: 8.9, leads: false }];
    const finding = (...edits: SvaeLdsEdit[]) =>
      seen(view({ rotations }), view({ rotations, period: 12.5 }, edits)).findings.faster;
    expect(finding(turn(2))).toEqual({
      done: false,
      text: 'Pair 2 does not turn twice as fast yet.',
    });
    expect(finding(turn(2), { ...turn(2), pair: 1 } as SvaeLdsEdit).done).toBe(true);
  });

  it('goes by the pair that leads when the model was never seen without edits', () => {
    const { faster } = seen(view({ period: 12.5 }, [turn(2)])).findings;
    expect(faster.text).toContain('12.6 steps');
    expect(faster.done).toBe(true);
  });

  it('says what is missing where neither a period nor one leading pair is known', () => {
    const none = { period: 12.5, rotations: [] };
    const { faster } = seen(view(none, [turn(2)])).findings;
    expect(faster).toMatchObject({ done: false, text: expect.stringContaining('Clear the edits') });
    const untrained = seen(view({ ...none, period: null }), view(none, [turn(2)]));
    expect(untrained.findings.faster.text).toContain('Train longer');
  });

  it('waits for the picture with the edit in', () => {
    expect(seen(view({ period: 12.5, edited: false }, [turn(2)])).findings.faster.done).toBe(false);
  });

  it('goes by the period of its own run', () => {
    const other = view({ period: 40 });
    const now = view({ period: 12.5 }, [turn(2)], { run: 2 });
    expect(seen(other, now).findings.faster.done).toBe(true);
  });
});

describe('dying out', () => {
  const fading = wave((t) => (t < 100 ? 0.5 : 0.5 * 0.95 ** (t - 100)));

  it('measures how much of the motion is left at the end', () => {
    expect(motionLeft(learned)).toBeCloseTo(1);
    expect(motionLeft({ ...learned, prediction: wave(() => 0.1) })).toBeCloseTo(0.2);
    expect(motionLeft({ ...learned, inputEnds: 150 })).toBeNull();
  });

  it('measures it against what there is of a series with gaps', () => {
    const values = learned.clean ?? learned.data;
    const D = learned.dataDimension;
    const data = values.map((value, at) => (Math.floor(at / D) % 7 === 3 ? Number.NaN : value));
    const own = { ...learned, clean: null, data };
    expect(motionLeft(own)).toBeCloseTo(1, 1);
    expect(motionLeft({ ...own, data: data.fill(Number.NaN) })).toBeNull();
  });

  it('is done when hardly anything is left, by an edit of the transition', () => {
    const fade = (change: Partial<SvaeLdsSnapshot>, edits: readonly SvaeLdsEdit[]) =>
      seen(view(), view(change, edits)).findings.fade;
    const found = fade({ prediction: fading }, [turn(1, 0.95)]);
    expect(found.done).toBe(true);
    expect(found.text).toMatch(/^At the end \d % of the motion is left\.$/);
    const latents = [{ kind: 'scaleLatent', latent: 0, factor: 0 }] as const;
    expect(fade({ prediction: fading }, latents).done).toBe(false);
    expect(fade({}, [turn(1, 0.999)]).done).toBe(false);
    expect(fade({ prediction: fading, trouble: 'broken' }, [turn(1, 0.95)]).done).toBe(false);
  });

  it('asks for motion that can die out', () => {
    const faded = view({ prediction: fading }, [turn(1, 0.95)]);
    const still = view({ prediction: wave(() => 0.1) });
    expect(seen(still, faded).findings.fade).toMatchObject({
      done: false,
      text: expect.stringContaining('Train longer'),
    });
    expect(seen(faded).findings.fade).toMatchObject({
      done: false,
      text: expect.stringContaining('Clear the edits once'),
    });
  });
});

describe('breaking and mending', () => {
  const broken = view({ spectralRadius: 1.21 }, [scale(0, 1.5)]);
  const whole = view({ spectralRadius: 1.0005 }, [scale(0, 1.5), scale(1, 0.5)]);

  it('asks for both, in this order and in one run', () => {
    expect(seen(whole).findings.break).toEqual({ done: false, text: '' });
    const first = seen(broken).findings.break;
    expect(first).toEqual({
      done: false,
      text: 'Spectral radius 1.210: the motion grows. Now bring it back inside.',
    });
    expect(seen(broken, whole).findings.break).toEqual({
      done: true,
      text: 'Spectral radius 1.000: back inside.',
    });
    const elsewhere = { ...whole, run: 2 };
    expect(seen(broken, elsewhere).findings.break.done).toBe(false);
  });

  it('is not done by clearing the edits, or by a model that was learned so', () => {
    expect(seen(broken, view()).findings.break.text).toContain('Keep at least one edit');
    expect(seen(view({ spectralRadius: 1.21 }), whole).findings.break.done).toBe(false);
  });
});

describe('the column that matters', () => {
  it('changes the period by 15 %, alone and with a factor near 1', () => {
    const column = (period: number | null, ...edits: SvaeLdsEdit[]) =>
      seen(view(), view({ period }, edits)).findings.column;
    expect(column(28.8, scale(6, 1.1))).toEqual({
      done: true,
      text: 'Column 7 times 1.1: period 28.8 steps instead of 25.0 steps.',
    });
    expect(column(28.7, scale(6, 1.1)).done).toBe(false);
    expect(column(28.8, scale(6, 1.5)).text).toContain('between 0.8 and 1.2');
    expect(column(28.8, scale(6, 1.1), scale(5, 1.1)).text).toContain('one column only');
    expect(column(null, scale(6, 0.8)).text).toContain('the prediction has no period');
    expect(column(28.8, turn(0.9)).text).toBe('');
  });
});

it('keeps its findings as they are while nothing to see has changed', () => {
  const once = seen(view());
  expect(observe(once, view({}, [], { step: 300 })).findings).toBe(once.findings);
});

it.each([
  ['bouncing', 'Make the dot bounce'],
  ['two-dots', 'Make the two dots bounce'],
  ['own', 'Make your series bounce'],
])('has words for %s', (signal, task) => {
  const faster = challenges.list.find(({ id }) => id === 'faster');
  expect(typeof faster?.task === 'function' && faster.task({ signal })).toContain(task);
});
