import { describe, expect, it } from 'vitest';
import type { Theme } from '../plots/style/theme.ts';
import { createThemeStore, type ThemeStorage } from './theme.ts';

function surroundings(storage: () => ThemeStorage, dark = false) {
  const shown: Theme[] = [];
  const system = { dark, listener: () => {} };
  return {
    shown,
    turn(isDark: boolean) {
      system.dark = isDark;
      system.listener();
    },
    around: {
      storage,
      systemIsDark: () => system.dark,
      watchSystem: (listener: () => void) => {
        system.listener = listener;
      },
      show: (theme: Theme) => void shown.push(theme),
    },
  };
}

function mapStorage(entries = new Map<string, string>()): ThemeStorage {
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

describe('the theme', () => {
  it('follows the system until a choice is made', () => {
    const { around, shown, turn } = surroundings(() => mapStorage(), true);
    const store = createThemeStore(around);
    expect(store.get()).toMatchObject({ preference: 'system', theme: 'dark' });
    turn(false);
    store.get().setPreference('dark');
    turn(false);
    expect(shown).toEqual(['dark', 'light', 'dark', 'dark']);
  });

  it('is remembered, and forgotten when it is the system again', () => {
    const storage = mapStorage();
    createThemeStore(surroundings(() => storage).around)
      .get()
      .setPreference('dark');
    const later = createThemeStore(surroundings(() => storage).around);
    expect(later.get()).toMatchObject({ preference: 'dark', theme: 'dark' });
    later.get().setPreference('system');
    const last = createThemeStore(surroundings(() => storage).around);
    expect(last.get()).toMatchObject({ preference: 'system', theme: 'light' });
  });

  it('works without storage and with nonsense in it', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const store = createThemeStore(surroundings(forbidden).around);
    let calls = 0;
    store.subscribe(() => calls++);
    store.get().setPreference('dark');
    expect(store.get().theme).toBe('dark');
    expect(calls).toBe(1);

    const nonsense = () => mapStorage(new Map([['svae-lab.theme', 'purple']]));
    expect(createThemeStore(surroundings(nonsense).around).get().preference).toBe('system');
  });
});
