import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
  /** Buttons below the contents. */
  readonly footer?: ReactNode;
  /** In the middle, or from the left edge over the full height. */
  readonly placement?: 'centre' | 'drawer';
}

/** Asks for attention: keeps the focus until it is closed, by its button, Escape or beside it. */
export function Dialog(props: DialogProps) {
  const { title, open, onOpenChange, children, footer, placement = 'centre' } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={classNames(styles.popup, styles[placement])}>
          <div className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <IconButton icon="close" label="Close" onClick={() => onOpenChange(false)} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
