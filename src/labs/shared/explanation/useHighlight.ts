import { useController, useRun } from '../../../store/context.ts';

/** The part of the stage a formula points at, and how to point. */
export function useHighlight(): {
  readonly highlight: string | null;
  readonly onHighlight: (name: string | null) => void;
} {
  const controller = useController();
  const highlight = useRun((state) => state.highlight);
  return { highlight, onHighlight: (name) => controller.highlight(name) };
}
