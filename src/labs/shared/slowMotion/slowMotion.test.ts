import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { latent } from '../../../plots/plane/coordinates.ts';
import type { LabController } from '../../../store/controller.ts';
import { arrowEnds } from './Arrow.tsx';
import { slowMotionAction } from './setSlowMotion.ts';
import { AT_START, step } from './stepper.ts';
import { decimalsFor, diagonal, sum, texColumn, texMatrix, texNumber } from './texNumbers.ts';

describe('stepping', () => {
  it('stays within the frames and stops the play', () => {
    expect(step(AT_START, { kind: 'previous' }, 4)).toEqual({ frame: 0, playing: false });
    expect(step({ frame: 3, playing: true }, { kind: 'next' }, 4)).toEqual({
      frame: 3,
      playing: false,
    });
    expect(step(AT_START, { kind: 'seek', frame: 9 }, 4).frame).toBe(3);
    expect(step(AT_START, { kind: 'last' }, 4).frame).toBe(3);
    expect(step({ frame: 2, playing: true }, { kind: 'first' }, 4)).toEqual(AT_START);
  });

  it('plays to the last frame and rests there', () => {
    let state = step(AT_START, { kind: 'play' }, 3);
    expect(state).toEqual({ frame: 0, playing: true });
    state = step(state, { kind: 'tick' }, 3);
    expect(state).toEqual({ frame: 1, playing: true });
    state = step(state, { kind: 'tick' }, 3);
    expect(state).toEqual({ frame: 2, playing: false });
    expect(step(state, { kind: 'tick' }, 3)).toBe(state);
  });

  it('plays again from the last frame, and pauses where it is', () => {
    expect(step({ frame: 2, playing: false }, { kind: 'play' }, 3).frame).toBe(0);
    expect(step({ frame: 1, playing: true }, { kind: 'pause' }, 3)).toEqual({
      frame: 1,
      playing: false,
    });
  });
});

describe('numbers in formulas', () => {
  it('have decimals for about as many digits of the largest as wanted', () => {
    expect(decimalsFor([0.2, -148.41])).toBe(1);
    expect(decimalsFor([12, 3])).toBe(2);
    expect(decimalsFor([-3.2])).toBe(3);
    expect(decimalsFor([-3.2], 3)).toBe(2);
    expect(decimalsFor([12345])).toBe(0);
    expect(decimalsFor([0.0002])).toBe(4);
    expect(decimalsFor([0])).toBe(3);
  });

  it('have fixed decimals and no minus before zero', () => {
    expect(texNumber(1, 2)).toBe('1.00');
    expect(texNumber(-0.001, 2)).toBe('0.00');
    expect(texNumber(-1.005, 1)).toBe('-1.0');
    expect(texNumber(Number.NaN, 2)).toContain('–');
    expect(texNumber(Number.NEGATIVE_INFINITY, 2)).toBe('-\\infty');
  });

  it('stand in columns and matrices, of which two rows are shown', () => {
    expect(texColumn([1, -2], 1)).toContain(' 1.0 \\\\ -2.0 ');
    expect(texColumn([1, 2, 3], 0)).toContain('\\vdots');
    expect(texMatrix([1, 2, 3, 4], 2, 0)).toContain('1 & \\!\\!2 \\\\ 3 & \\!\\!4');
    const large = texMatrix([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 0);
    expect(large).toContain('1 & \\!\\!2 & \\!\\!\\cdots \\\\ 4 & \\!\\!5 &');
    expect(large).not.toContain('9');
  });

  it('add up', () => {
    expect(sum(diagonal([1, 2]), [1, 1, 1, 1])).toEqual([2, 1, 1, 3]);
  });
});

it('draws slopes on one scale', () => {
  const start = latent(1, 1);
  const ends = arrowEnds([start, start], [latent(0, 2), latent(-1, 0)], 3);
  expect(ends).toEqual([
    [1, 4],
    [-0.5, 1],
  ]);
  expect(arrowEnds([start], [latent(0, 0)], 3)).toEqual([[1, 1]]);
});

it('is opened and closed by key, once there is a model to look into', async () => {
  vi.stubGlobal('document', { activeElement: null });
  const run = createStore(() => ({
    view: { slowMotion: false },
    phase: 'ready',
    snapshot: null as unknown,
  }));
  const setSlowMotion = async (slowMotion: boolean) => run.setState({ view: { slowMotion } });
  const controller = { run, setSlowMotion } as unknown as LabController;
  const action = slowMotionAction(controller, 'Look inside');
  action.run();
  await Promise.resolve();
  expect(run.getState().view.slowMotion).toBe(false);
  run.setState({ snapshot: {} });
  action.run();
  await vi.waitFor(() => expect(run.getState().view.slowMotion).toBe(true));
  action.run();
  await vi.waitFor(() => expect(run.getState().view.slowMotion).toBe(false));
  vi.unstubAllGlobals();
});
