import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Gesture, type HeldState, HeldValue } from './gesture.ts';

export interface Held<At, Target> {
  readonly held: HeldState<At, Target> | null;
  /** Where a target is held at this moment, which may not have been drawn yet; null if it is not. */
  of(target: Target): HeldState<At, Target> | null;
  /** Takes hold of a target where it is, unless it is held already. */
  start(target: Target, at: At): void;
  move(at: At): void;
  end(): void;
  cancel(): void;
}

export interface HeldProps<At, Target> {
  /** Where the model has a target; null where it has none. */
  readonly modelOf: (target: Target) => { readonly at: At } | null;
  readonly agree: (held: At, model: At) => boolean;
  readonly onGesture: ((gesture: Gesture<At, Target>) => void) | undefined;
  /** Drawn with each move, as React's inputs have to be, not with the next display frame. */
  readonly isInput?: boolean;
}

/** A pointer may report its place many times for each display frame; what is drawn is the last of them. */
const beforePaint = (callback: () => void): void => {
  requestAnimationFrame(() => flushSync(callback));
};
const atOnce = (callback: () => void): void => callback();

/**
 * What is being dragged. It follows the hand at once, and does not fall back between the end of
 * the gesture and the model's answer.
 */
export function useHeld<At, Target = undefined>(props: HeldProps<At, Target>): Held<At, Target> {
  const { modelOf, agree, onGesture } = props;
  const [held, onChange] = useState<HeldState<At, Target> | null>(null);
  const value = useRef<HeldValue<At, Target>>(undefined);
  const options = {
    agree,
    onGesture: (gesture: Gesture<At, Target>) => onGesture?.(gesture),
    onChange,
    draw: props.isInput ? atOnce : beforePaint,
  };
  value.current ??= new HeldValue(options);
  const { current } = value;
  useEffect(() => {
    current.use(options);
    current.answered(modelOf);
  });
  return useMemo(
    () => ({
      held,
      of: (target) => current.of(target),
      start: (target, at) => current.start(target, at),
      move: (at) => current.move(at),
      end: () => current.end(),
      cancel: () => current.cancel(),
    }),
    [held, current],
  );
}
