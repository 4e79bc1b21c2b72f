import { useController, useRun } from '../../../store/context.ts';
import { Formula } from '../../../ui/Formula.tsx';

/** A formula whose symbols, `\sym{name}{tex}`, light up what they stand for on the lab's stage. */
export interface ExplainedFormula<Highlight extends string> {
  readonly tex: string;
  /** The formula in words. */
  readonly label: string;
  readonly height: string;
  readonly symbols: readonly { readonly name: Highlight; readonly label: string }[];
}

export interface ExplainedProps {
  readonly formula: ExplainedFormula<string>;
}

export function Explained({ formula }: ExplainedProps) {
  const controller = useController();
  const highlight = useRun(({ view }) => view.highlight);
  return (
    <Formula
      {...formula}
      highlighted={highlight}
      onHighlight={(name) => controller.highlight(name)}
    />
  );
}
