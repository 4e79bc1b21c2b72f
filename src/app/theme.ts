import { useSyncExternalStore } from 'react';
import { onDevice } from '../files/onDevice.ts';
import type { Theme } from '../plots/style/theme.ts';

/** 'system' follows the device, also when it changes at dusk. */
export type ThemePreference = Theme | 'system';

export interface ThemeControl {
  readonly preference: ThemePreference;
  /** What is shown. */
  readonly theme: Theme;
  readonly setPreference: (preference: ThemePreference) => void;
}

/** The part of `localStorage` used; reading or writing may throw where storage is forbidden. */
export interface ThemeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface ThemeSurroundings {
  /** Called for every use, as the property itself throws where storage is forbidden. */
  readonly storage: () => ThemeStorage;
  readonly systemIsDark: () => boolean;
  /** Says when the system's theme changes. */
  readonly watchSystem: (listener: () => void) => void;
  readonly show: (theme: Theme) => void;
}

const KEY = 'svae-lab.theme';

/** Holds the theme, shows it, and keeps the choice on the device if the device lets it. */
export function createThemeStore(around: ThemeSurroundings) {
  const listeners = new Set<() => void>();
  let control = controlFor(readPreference(around));

  function controlFor(preference: ThemePreference): ThemeControl {
    const system: Theme = around.systemIsDark() ? 'dark' : 'light';
    return { preference, theme: preference === 'system' ? system : preference, setPreference };
  }

  function update(preference: ThemePreference): void {
    control = controlFor(preference);
    around.show(control.theme);
    for (const listener of listeners) listener();
  }

  function setPreference(preference: ThemePreference): void {
    keepPreference(around, preference);
    update(preference);
  }

  around.show(control.theme);
  around.watchSystem(() => update(control.preference));
  return {
    get: (): ThemeControl => control,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readPreference({ storage }: ThemeSurroundings): ThemePreference {
  try {
    const kept = storage().getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function keepPreference({ storage }: ThemeSurroundings, preference: ThemePreference): void {
  try {
    if (preference === 'system') storage().removeItem(KEY);
    else storage().setItem(KEY, preference);
  } catch {
    // Storage is full or forbidden: the choice holds until the page is closed.
  }
}

type ThemeStore = ReturnType<typeof createThemeStore>;
let pageTheme: ThemeStore | null = null;

/** The page's own theme; made on first use, which main.tsx has before anything is drawn. */
export function startTheme(): ThemeStore {
  if (pageTheme) return pageTheme;
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
  pageTheme = createThemeStore({
    storage: onDevice,
    systemIsDark: () => systemDark.matches,
    watchSystem: (listener) => systemDark.addEventListener('change', listener),
    show: (theme) => {
      document.documentElement.dataset.theme = theme;
    },
  });
  return pageTheme;
}

export function useThemeControl(): ThemeControl {
  const store = startTheme();
  return useSyncExternalStore(store.subscribe, store.get);
}
