import { Menu } from '@base-ui/react/menu';
import { buttonClass } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import popup from '../../ui/popup.module.css';
import type { ThemeControl, ThemePreference } from '../theme.ts';
import styles from './TopBar.module.css';

const choices: readonly { readonly value: ThemePreference; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'Like the system' },
];

/** Light, dark, or as the device has it. */
export function ThemeMenu({ theme }: { readonly theme: ThemeControl }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        aria-label="Theme"
        className={classNames(buttonClass({ look: 'quiet' }), styles.overflowButton)}
      >
        <Icon name={theme.theme === 'dark' ? 'moon' : 'sun'} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={popup.positioner}>
          <Menu.Popup className={classNames(popup.popup, styles.menu)}>
            <Menu.RadioGroup
              value={theme.preference}
              onValueChange={(value: ThemePreference) => theme.setPreference(value)}
            >
              {choices.map(({ value, label }) => (
                <Menu.RadioItem key={value} value={value} closeOnClick className={styles.menuItem}>
                  <Menu.RadioItemIndicator className={styles.menuMark}>
                    <Icon name="check" />
                  </Menu.RadioItemIndicator>
                  <span className={styles.menuText}>{label}</span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
