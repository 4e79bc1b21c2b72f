import { useEffect, useEffectEvent } from 'react';
import { type Action, type FocusKind, findAction } from './shortcuts.ts';

/** Listens for the keys of these actions on the whole page. */
export function useShortcuts(actions: readonly Action[]): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // Whatever handled the key on the way up, a cluster moved by arrows for one, has had it.
    if (event.defaultPrevented || event.isComposing) return;
    const action = findAction(actions, event, focusKindOf(event.target));
    if (!action) return;
    event.preventDefault();
    action.run();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** First match wins: a text field in a dialog is a text field. */
const kinds: readonly (readonly [FocusKind, string])[] = [
  ['unchosen', 'input[type="radio"]:not(:checked), [role="radio"][aria-checked="false"]'],
  [
    'slider',
    'input[type="range"], [role="slider"], [role="radio"], input[type="radio"], [role="tab"]',
  ],
  ['button', 'input[type="checkbox"], input[type="button"], input[type="file"]'],
  ['text', 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'],
  ['list', '[role="combobox"], [role="listbox"], [role="option"], [role="menu"]'],
  ['dialog', '[role="dialog"], [role="alertdialog"]'],
  // Nothing would happen: a half-step that has just been taken keeps the focus, for instance.
  ['page', 'button:disabled, button[aria-disabled="true"]'],
  ['button', 'button, a[href], summary, [role="button"], [role="switch"], [role="checkbox"]'],
  ['scroller', '[role="group"][tabindex="0"]'],
];

function focusKindOf(target: EventTarget | null): FocusKind {
  if (!(target instanceof Element)) return 'page';
  return kinds.find(([, selector]) => target.closest(selector))?.[0] ?? 'page';
}
