/** In a drag of one setting the controls of all others rest. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { linear } from '../../settings/ranges.ts';
import { defineSettings } from '../../settings/settingsTable.ts';
import { SettingsPanel } from './SettingsPanel.tsx';

afterEach(cleanup);

it('renders the control of the setting that changes, and no other', () => {
  let rendered = 0;
  const still = {
    ...{ ...linear(0, 1, 0.1), label: 'Still', default: 0.5, basic: true },
    get help() {
      rendered += 1;
      return 'Rests.';
    },
  };
  const moved = { ...linear(0, 1, 0.1), label: 'Moved', help: 'Moves.', default: 0.5, basic: true };
  const table = defineSettings({ settings: { moved, still }, presets: [] });
  const commands = { onChange: () => {}, onPreset: () => {} };
  const panel = (value: number) => (
    <SettingsPanel
      table={table}
      values={{ moved: value, still: 0.5 }}
      preset={null}
      {...commands}
    />
  );
  const { rerender } = render(panel(0.2));
  const first = rendered;
  expect(first).toBeGreaterThan(0);
  rerender(panel(0.8));
  expect(screen.getByRole('slider', { name: 'Moved' }).getAttribute('aria-valuetext')).toBe('0.8');
  expect(rendered).toBe(first);
});
