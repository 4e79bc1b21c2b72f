import { memo } from 'react';
import styles from './HelpTip.module.css';
import { Icon } from './Icon.tsx';

export interface HelpTipProps {
  /** What the help is about; the button is called "About …". */
  readonly about: string;
  readonly text: string;
}

/** A small question mark that explains when the mouse, the keyboard or a finger is on it. */
export const HelpTip = memo(function HelpTip({ about, text }: HelpTipProps) {
  return (
    <button
      type="button"
      className={styles.trigger}
      aria-label={`About ${about}`}
      aria-description={text}
      data-tooltip={text}
      data-tooltip-on-press=""
    >
      <Icon name="help" />
    </button>
  );
});
