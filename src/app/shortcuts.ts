/**
 * One table of actions says what the keys do; the help dialog is drawn from the same table.
 */
export interface Action {
  readonly id: string;
  /** What it does, as the help dialog says it. */
  readonly label: string;
  /**
   * Any of these: 'Space', 'ArrowRight', 'R', '?', 'Mod+Z', 'Mod+Shift+Z'. Mod is Ctrl, or the
   * command key on a Mac. Letters are written in capitals and do not ask for Shift.
   */
  readonly keys: readonly string[];
  readonly run: () => void;
  /** Holding the key down does it again and again. */
  readonly repeats?: boolean;
  /** Keys of an action that is not enabled do nothing. */
  readonly enabled?: boolean;
}

/** The fields of a KeyboardEvent that matter. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/**
 * What has the focus, by the keys it needs for itself:
 * text: all of them; list: all without Mod, letters choose; button: Space and Enter;
 * slider, and scroller (a wide table or formula): arrows, Home, End, Page Up and Down; unchosen (one
 * of several options): the same, and Space, which chooses it; dialog: all; page: none.
 */
export type FocusKind =
  | 'text'
  | 'list'
  | 'button'
  | 'slider'
  | 'scroller'
  | 'unchosen'
  | 'dialog'
  | 'page';

const MOVING_KEYS = /^(Arrow|Home$|End$|Page)/;

/** The action a key press asks for, given what has the focus. */
export function findAction(
  actions: readonly Action[],
  press: KeyPress,
  focus: FocusKind,
): Action | null {
  if (isNeededByFocus(press, focus)) return null;
  const action = actions.find(({ keys }) => keys.some((combo) => matchesCombo(combo, press)));
  if (!action || action.enabled === false) return null;
  return press.repeat && !action.repeats ? null : action;
}

function isNeededByFocus(press: KeyPress, focus: FocusKind): boolean {
  switch (focus) {
    case 'text':
    case 'dialog':
      return true;
    case 'list':
      return !press.ctrlKey && !press.metaKey;
    case 'button':
      return press.key === ' ' || press.key === 'Enter';
    case 'slider':
    case 'scroller':
      return MOVING_KEYS.test(press.key);
    case 'unchosen':
      return press.key === ' ' || MOVING_KEYS.test(press.key);
    case 'page':
      return false;
  }
}

export function matchesCombo(combo: string, press: KeyPress): boolean {
  const { key, mod, shift } = parseCombo(combo);
  const isLetter = /^[A-Z]$/.test(key);
  const pressed = press.key === ' ' ? 'Space' : isLetter ? press.key.toUpperCase() : press.key;
  if (pressed !== key || press.altKey) return false;
  if (mod !== (press.ctrlKey || press.metaKey)) return false;
  // Whether a sign such as "?" needs Shift is up to the keyboard.
  const isSign = key.length === 1 && !isLetter;
  return isSign || shift === press.shiftKey;
}

function parseCombo(combo: string) {
  const parts = combo.split('+');
  return {
    key: parts.at(-1) ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
  };
}

const capNames: { readonly [key: string]: string } = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** What is printed on the keys of a combination: ['Ctrl', 'Z']. */
export function keyCaps(combo: string, isMac: boolean): readonly string[] {
  return combo.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return capNames[part] ?? part;
  });
}
