import { Dialog as Base } from '@base-ui/react/dialog';
import type { KeyboardEvent } from 'react';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';
import type { DialogProps } from './Dialog.tsx';
import { Icon } from './Icon.tsx';

const TYPED_INTO = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])';

/** Whether a key closes the dialog as Escape does, which ends the full screen where there is one. */
function leaves({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'q' || ctrlKey || metaKey || altKey) return false;
  return !(target instanceof Element && target.matches(TYPED_INTO));
}

/** The dialog itself; see Dialog.tsx, which loads it. */
export default function DialogSurface(props: DialogProps) {
  const {
    title,
    open,
    onOpenChange,
    children,
    footer,
    placement = 'centre',
    isWide = false,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={classNames(styles.popup, styles[placement], isWide && styles.wide)}
          onKeyDown={(event) => {
            if (leaves(event)) onOpenChange(false);
          }}
        >
          <div className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close
              className={styles.close}
              aria-label="Close"
              aria-description="Q or Esc"
              data-tooltip="Close (Q or Esc)"
            >
              <Icon name="close" />
            </Base.Close>
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
