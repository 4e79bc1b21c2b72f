import { describe, expect, it } from 'vitest';
import { type Action, findAction, type KeyPress, keyCaps, matchesCombo } from './shortcuts.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  ...change,
});

const run = () => {};
const actions: readonly Action[] = [
  { id: 'play', label: 'Play or pause', keys: ['Space'], run },
  { id: 'step', label: 'One step', keys: ['ArrowRight'], run, repeats: true },
  { id: 'reset', label: 'Reset', keys: ['R'], run },
  { id: 'undo', label: 'Undo', keys: ['Mod+Z'], run },
  { id: 'redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], run, enabled: false },
];
const found = (...args: [KeyPress, Parameters<typeof findAction>[2]]) =>
  findAction(actions, ...args)?.id ?? null;

describe('a key combination', () => {
  it('takes letters in either case and asks for exactly its modifiers', () => {
    expect(matchesCombo('R', press('r'))).toBe(true);
    expect(matchesCombo('R', press('R', { shiftKey: true }))).toBe(false);
    expect(matchesCombo('R', press('r', { ctrlKey: true }))).toBe(false);
    expect(matchesCombo('Mod+Z', press('z', { metaKey: true }))).toBe(true);
    expect(matchesCombo('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matchesCombo('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matchesCombo('Space', press(' '))).toBe(true);
    expect(matchesCombo('Space', press(' ', { altKey: true }))).toBe(false);
  });

  it('takes a sign however the keyboard makes it', () => {
    expect(matchesCombo('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matchesCombo('?', press('?'))).toBe(true);
    expect(matchesCombo('?', press('/'))).toBe(false);
  });

  it('is written as on the keys', () => {
    expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Mod+Z', true)).toEqual(['⌘', 'Z']);
    expect(keyCaps('ArrowRight', false)).toEqual(['→']);
  });
});

describe('the action of a key', () => {
  it('is found anywhere on the page', () => {
    expect(found(press(' '), 'page')).toBe('play');
    expect(found(press('r'), 'button')).toBe('reset');
    expect(found(press('r'), 'slider')).toBe('reset');
  });

  it('leaves Space to an option that is not chosen yet', () => {
    expect(found(press(' '), 'unchosen')).toBeNull();
    expect(found(press('ArrowRight'), 'unchosen')).toBeNull();
    expect(found(press('r'), 'unchosen')).toBe('reset');
    expect(found(press(' '), 'slider')).toBe('play');
  });

  it('never comes from a text field or a dialog', () => {
    for (const focus of ['text', 'dialog'] as const) {
      for (const key of [press(' '), press('r'), press('z', { ctrlKey: true })]) {
        expect(found(key, focus)).toBeNull();
      }
    }
  });

  it('leaves the focused control the keys it needs', () => {
    expect(found(press(' '), 'button')).toBeNull();
    expect(found(press('ArrowRight'), 'button')).toBe('step');
    expect(found(press('ArrowRight'), 'slider')).toBeNull();
    expect(found(press('ArrowRight'), 'scroller')).toBeNull();
    expect(found(press(' '), 'scroller')).toBe('play');
    expect(found(press('r'), 'list')).toBeNull();
    expect(found(press('z', { ctrlKey: true }), 'list')).toBe('undo');
  });

  it('repeats only where repeating is meant, and not at all while disabled', () => {
    expect(found(press(' ', { repeat: true }), 'page')).toBeNull();
    expect(found(press('ArrowRight', { repeat: true }), 'page')).toBe('step');
    expect(found(press('y', { ctrlKey: true }), 'page')).toBeNull();
  });
});
