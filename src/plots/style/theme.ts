import { createContext, useContext } from 'react';

export type Theme = 'light' | 'dark';

/** The theme of everything below; the page gives it once, and every plot reads it. */
export const ThemeContext = createContext<Theme>('light');

export const useTheme = (): Theme => useContext(ThemeContext);
