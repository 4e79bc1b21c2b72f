import type { KeyboardEvent, RefObject } from 'react';
import { useDrag } from './useDrag.ts';
import { type HeldProps, useHeld } from './useHeld.ts';

export interface GripOptions<At, Target> extends HeldProps<At, Target> {
  /** Where a target is that a pointer has pulled so many pixels from `from`. */
  readonly pulled: (from: At, dx: number, dy: number, target: Target) => At;
  /** Where a key puts a target; undefined for keys that do not move it. */
  readonly keyed: (event: KeyboardEvent, from: At, target: Target) => At | undefined;
  /** Takes a key that does something else to it; false for all others. */
  readonly pressed?: (event: KeyboardEvent, target: Target) => boolean;
}

/**
 * Marks that are dragged or moved by keys: which is held and where, and the props of the element of
 * each.
 *
 * @param area the mark, or the element around several
 */
export function useGrip<At, Target = undefined>(
  area: RefObject<Element | null>,
  options: GripOptions<At, Target>,
) {
  const { held, of, start, move, end, cancel } = useHeld(options);
  const drag = useDrag<{ readonly target: Target; readonly shown: At; readonly from: At }>(area, {
    onStart: ({ target, shown }) => start(target, shown),
    onMove: (dx, dy, { target, from }) => move(options.pulled(from, dx, dy, target)),
    onEnd: end,
    onCancel: cancel,
  });
  /**
   * @param shown where the target is
   * @param from where it is drawn, if that is elsewhere: at the border of the plot
   */
  const propsOf = (target: Target, shown: At, from = shown) => ({
    ...drag({ target, shown, from }),
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const before = of(target)?.at ?? options.modelOf(target)?.at ?? shown;
      const to = options.keyed(event, before, target);
      if (to === undefined && !options.pressed?.(event, target)) return;
      // These keys train the model or scroll the page elsewhere.
      event.preventDefault();
      event.stopPropagation();
      if (to === undefined) return;
      start(target, before);
      move(to);
    },
    onKeyUp: end,
    // A press at another mark takes hold of it before this one loses the focus.
    onBlur: () => of(target) && end(),
  });
  return { held, propsOf };
}
