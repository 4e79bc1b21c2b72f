/** Stretches of the series painted with a state by hand. */
import type { Brush } from '../../../../plots/ribbon/StateRibbon.tsx';
import { viewEntry } from '../../../../store/view.ts';
import type { SvaeSldsEdit } from '../../edits.ts';

type Edits = readonly SvaeSldsEdit[];
type Paint = Extract<SvaeSldsEdit, { kind: 'paintState' }>;

/** The brush in the hand. */
export const brush = viewEntry<Brush>(0);

const isPaint = (edit: SvaeSldsEdit): edit is Paint => edit.kind === 'paintState';

/**
 * The edits after a stroke over rows from..to-1 of the data set. No two painted stretches overlap, and
 * stretches of one state that touch are one.
 */
export function withStroke(edits: Edits, from: number, to: number, what: Brush): SvaeSldsEdit[] {
  const kept = edits.filter(isPaint).flatMap((paint): Paint[] =>
    [
      { ...paint, to: Math.min(paint.to, from) },
      { ...paint, from: Math.max(paint.from, to) },
    ].filter((part) => part.to > part.from),
  );
  const painted: Paint[] =
    what === 'eraser' || to <= from
      ? kept
      : [...kept, { kind: 'paintState', from, to, state: what }];
  const joined: Paint[] = [];
  for (const next of painted.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && last.to === next.from && last.state === next.state)
      joined[joined.length - 1] = { ...last, to: next.to };
    else joined.push(next);
  }
  return [...edits.filter((edit) => !isPaint(edit)), ...joined];
}
