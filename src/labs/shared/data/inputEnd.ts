/** The edit that says where the input ends, of all labs of series. */
import * as v from 'valibot';
import { countedFromZero } from './editNumbers.ts';

/** What is observed from `step` of the picture on is not shown to the model; 0: nothing at all, T: all of it. */
export const setInputEnd = v.strictObject({
  kind: v.literal('setInputEnd'),
  step: countedFromZero('step'),
});

type InputEnd = v.InferOutput<typeof setInputEnd>;

export const isInputEnd = (edit: { readonly kind: string }): edit is InputEnd =>
  edit.kind === 'setInputEnd';

/** First step without input, as far as an edit says; null where none does. */
export const inputEndSaid = (edits: readonly { readonly kind: string }[]): number | null =>
  edits.findLast(isInputEnd)?.step ?? null;

/**
 * First of the steps shown that the model does not see: what the edits say, or so far along the steps, or
 * where those it has trained on end if that is later.
 */
export function inputEndAmong(
  edits: readonly { readonly kind: string }[],
  { steps, context }: { readonly steps: number; readonly context: number },
  share: number,
): number {
  const said = inputEndSaid(edits);
  return said === null ? Math.max(context, Math.round(share * steps)) : Math.min(said, steps);
}

export const inputEndInWords = ({ step }: InputEnd): string =>
  step === 0 ? 'No input at all' : `Input ends at step ${step}`;
