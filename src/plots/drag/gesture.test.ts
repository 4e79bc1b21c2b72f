import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_MS, type Gesture, type HeldState, HeldValue } from './gesture.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const FRAME_MS = 16;

/** A number that is dragged, drawn with each display frame. */
function held() {
  const gestures: Gesture<number, string>[] = [];
  const drawn: (HeldState<number, string> | null)[] = [];
  const value = new HeldValue<number, string>({
    agree: (a, b) => a === b,
    onGesture: (gesture) => gestures.push(gesture),
    onChange: (state) => drawn.push(state),
    draw: (callback) => void setTimeout(callback, FRAME_MS),
  });
  const phases = () => gestures.map(({ phase, at }) => `${phase} ${at}`);
  return { value, gestures, drawn, phases };
}

describe('a gesture', () => {
  it('has one start, its moves and one end, each reported at once', () => {
    const { value, phases } = held();
    value.start('mean', 1);
    value.move(2);
    value.move(3);
    expect(phases()).toEqual(['start 1', 'move 2', 'move 3']);
    value.end();
    value.end();
    expect(phases()).toEqual(['start 1', 'move 2', 'move 3', 'end 3']);
  });

  it('is none without a move, or with one to where it is', () => {
    const { value, gestures } = held();
    value.start('mean', 1);
    value.move(1);
    value.end();
    expect(gestures).toEqual([]);
  });

  it('goes back to its origin when it is cancelled', () => {
    const { value, phases } = held();
    value.start('mean', 1);
    value.move(2);
    value.cancel();
    expect(phases()).toEqual(['start 1', 'move 2', 'cancel 1']);
    expect(value.of('mean')).toBeNull();
    value.end();
    expect(phases()).toHaveLength(3);
  });

  it('ends when another target is taken hold of', () => {
    const { value, gestures } = held();
    value.start('mean', 1);
    value.move(2);
    value.start('other', 5);
    expect(gestures.at(-1)).toEqual({ phase: 'end', at: 2, target: 'mean' });
    expect(value.of('other')?.at).toBe(5);
  });
});

describe('what is held', () => {
  it('is drawn once for each display frame, however often the pointer reports', () => {
    const { value, drawn } = held();
    value.start('mean', 0);
    for (let at = 1; at <= 8; at++) value.move(at);
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(FRAME_MS);
    expect(drawn).toMatchObject([{ at: 8, active: true }]);
    value.move(9);
    vi.advanceTimersByTime(FRAME_MS);
    expect(drawn).toMatchObject([{ at: 8 }, { at: 9 }]);
  });

  it('stays after the end until the model agrees', () => {
    const { value } = held();
    value.start('mean', 0);
    value.move(4);
    value.end();
    value.answered(() => ({ at: 3 }));
    expect(value.of('mean')).toMatchObject({ at: 4, active: false });
    value.answered(() => ({ at: 4 }));
    expect(value.of('mean')).toBeNull();
  });

  it('gives way when the model never agrees, or has no such thing any more', () => {
    const { value } = held();
    value.start('mean', 0);
    value.move(4);
    value.end();
    vi.advanceTimersByTime(ANSWER_MS - 1);
    expect(value.of('mean')).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(value.of('mean')).toBeNull();
    value.start('mean', 0);
    value.move(4);
    value.end();
    value.answered(() => null);
    expect(value.of('mean')).toBeNull();
  });

  it('is not given up while it is held again', () => {
    const { value } = held();
    value.start('mean', 0);
    value.move(4);
    value.end();
    value.start('mean', 4);
    vi.advanceTimersByTime(2 * ANSWER_MS);
    expect(value.of('mean')).toMatchObject({ at: 4, active: true });
  });
});
