import { IconButton } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { type ThemePreference, useThemeControl } from '../theme.ts';

interface ThemeSign {
  readonly icon: IconName;
  readonly name: string;
  readonly next: ThemePreference;
}

const signs: Readonly<Record<ThemePreference, ThemeSign>> = {
  system: { icon: 'system', name: 'as on this device', next: 'light' },
  light: { icon: 'sun', name: 'light', next: 'dark' },
  dark: { icon: 'moon', name: 'dark', next: 'system' },
};

/** As on the device, light, dark, and round again. */
export function ThemeButton() {
  const theme = useThemeControl();
  const { icon, name, next } = signs[theme.preference];
  return (
    <IconButton
      icon={icon}
      label={`Theme: ${name}`}
      tooltip={`Theme: ${name}; press for ${signs[next].name}`}
      onClick={() => theme.setPreference(next)}
    />
  );
}
