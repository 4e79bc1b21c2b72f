import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import styles from './HelpTip.module.css';
import { Icon } from './Icon.tsx';
import popup from './popup.module.css';

export interface HelpTipProps {
  /** What the help is about; the button is called "About …". */
  readonly about: string;
  readonly children: ReactNode;
}

/** A small question mark that explains, on hover, press or key: works without a mouse. */
export function HelpTip({ about, children }: HelpTipProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        className={styles.trigger}
        aria-label={`About ${about}`}
        openOnHover
        delay={250}
      >
        <Icon name="help" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} className={popup.positioner}>
          <Popover.Popup
            className={`${popup.popup} ${popup.help}`}
            aria-label={about}
            initialFocus={false}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
