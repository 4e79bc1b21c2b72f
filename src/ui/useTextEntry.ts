import { type KeyboardEvent, useState } from 'react';

export interface TextEntryOptions {
  readonly value: string;
  /** Characters at most. */
  readonly limit: number;
  /** Given another text than the value, trimmed. The field then shows the value again. */
  readonly onCommit: (text: string) => Promise<unknown>;
  /** What is wrong with a text, in words; it is not taken until that is mended. */
  readonly problemOf?: (text: string) => string | null;
}

/** The behaviour of a field of text: taken with Enter or by leaving it, given up with Escape. */
export function useTextEntry({ value, limit, onCommit, problemOf = () => null }: TextEntryOptions) {
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : problemOf(typed.trim());
  const commit = async (): Promise<void> => {
    if (typed === null || problem !== null) return;
    if (typed.trim() !== value) await onCommit(typed.trim());
    setTyped(null);
  };
  return {
    problem,
    inputProps: {
      maxLength: limit,
      value: typed ?? value,
      onChange: ({ target }: { readonly target: HTMLInputElement }) => setTyped(target.value),
      onBlur: () => void commit(),
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      },
    },
  };
}
