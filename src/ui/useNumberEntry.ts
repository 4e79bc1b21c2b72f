import { type KeyboardEvent, useId, useState } from 'react';
import { formatInRange, type NumberRange, parseInRange } from './numbers.ts';

/**
 * A text field for one number: shows the value, lets one type anything, takes it on Enter or on
 * leaving, and keeps what was typed beside a message when it cannot be taken. Escape gives up.
 */
export function useNumberEntry(
  value: number,
  range: NumberRange,
  onCommit: (value: number) => void,
) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly at: number } | null>(
    null,
  );
  const errorId = useId();

  const settle = () => {
    setDraft(null);
    setRefusal(null);
  };

  // Undo, a preset or the slider have given another value: what was refused is past.
  if (refusal !== null && refusal.at !== value) settle();

  const commit = () => {
    if (draft === null || draft === formatInRange(value, range)) return settle();
    const parsed = parseInRange(draft, range);
    if (!parsed.ok) return setRefusal({ message: parsed.message, at: value });
    settle();
    if (parsed.value !== value) onCommit(parsed.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === null) return;
    // Escape ends the typing here and must not also close what the field stands in.
    event.stopPropagation();
    settle();
  };

  const error = refusal?.message ?? null;
  return {
    error,
    errorId,
    inputProps: {
      type: 'text',
      inputMode: range.min >= 0 && range.integer ? 'numeric' : 'text',
      autoComplete: 'off',
      spellCheck: false,
      value: draft ?? formatInRange(value, range),
      'aria-invalid': error !== null,
      'aria-describedby': error === null ? undefined : errorId,
      onChange: (event: { target: HTMLInputElement }) => setDraft(event.target.value),
      onFocus: (event: { target: HTMLInputElement }) => event.target.select(),
      onBlur: commit,
      onKeyDown,
    },
  } as const;
}
