import { describe, expect, it } from 'vitest';
import { firstFrameOf } from '../../../shared/slowMotion/stepper.ts';
import { undecidedRow } from '../../../shared/stage/undecidedRow.ts';
import { framesOf, sameFrame } from './frames.ts';

describe('frames', () => {
  const frames = framesOf(3);

  it('go through Algorithm 1 with one frame per sweep', () => {
    expect(frames.map(({ stage }) => stage)).toEqual([
      'encode',
      'infer',
      'infer',
      'infer',
      'sample',
      'decode',
      'gradients',
      'update',
    ]);
    expect(frames.map(({ sweep }) => sweep)).toEqual([0, 0, 1, 2, 2, 2, 2, 2]);
    expect(firstFrameOf(frames, 'sample')).toBe(4);
  });

  it('keep stage and sweep when the model has changed and settles in fewer sweeps', () => {
    expect(sameFrame(frames[6], framesOf(5))).toBe(8);
    expect(sameFrame(frames[3], framesOf(5))).toBe(3);
    expect(sameFrame(frames[3], framesOf(2))).toBe(2);
    expect(sameFrame(undefined, frames)).toBe(0);
  });
});

it('follows the point the clusters are least sure about', () => {
  const confidence = Float32Array.of(1, 0.6, 0.5, 0.9);
  expect(undecidedRow({ confidence })).toBe(2);
  expect(undecidedRow({ confidence }, [2])).toBe(1);
  expect(undecidedRow({ confidence: new Float32Array(0) })).toBe(0);
});
