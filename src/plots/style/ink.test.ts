import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INKS } from './ink.ts';

const [light, dark] = readFileSync('src/ui/styles/tokens.css', 'utf8').split("[data-theme='dark']");
const TOKENS = {
  surface: '--plot-surface',
  text: '--text',
  muted: '--plot-axis',
  accent: '--accent',
} as const;

describe('INKS', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('paints in the tokens of the %s theme', (theme, css) => {
    const ink = INKS[theme];
    for (const [name, token] of Object.entries(TOKENS)) {
      expect(css).toContain(`${token}: ${ink[name as keyof typeof TOKENS]};`);
    }
  });
});
