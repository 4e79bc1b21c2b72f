import { Dialog as Base } from '@base-ui/react/dialog';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';
import type { DialogProps } from './Dialog.tsx';
import { Icon } from './Icon.tsx';

/** The dialog itself; see Dialog.tsx, which loads it. */
export default function DialogSurface(props: DialogProps) {
  const { title, open, onOpenChange, children, footer, placement = 'centre' } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={classNames(styles.popup, styles[placement])}>
          <div className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close className={styles.close} aria-label="Close">
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
