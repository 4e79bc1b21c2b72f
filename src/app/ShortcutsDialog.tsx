import { Fragment, type ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { PRESENT_KEYS } from './present/presentKeys.ts';
import styles from './ShortcutsDialog.module.css';
import { type Action, keyCaps } from './shortcuts.ts';
import { TOUR_KEYS } from './tour/tourActions.ts';

export interface ShortcutsDialogProps {
  readonly actions: readonly Action[];
  /** Keys that parts of the page handle themselves: moving a cluster, for one. */
  readonly others?: readonly Pick<Action, 'label' | 'keys'>[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All keys of the page, from the table that binds them. */
export default function ShortcutsDialog({
  actions,
  others = [],
  open,
  onOpenChange,
}: ShortcutsDialogProps) {
  const isMac = navigator.platform.startsWith('Mac');
  const withKeys = [...actions, ...others, ...PRESENT_KEYS, ...Object.values(TOUR_KEYS)].filter(
    ({ keys }) => keys.length > 0,
  );
  return (
    <Dialog title="Keyboard" open={open} onOpenChange={onOpenChange}>
      <table className={styles.table}>
        <tbody>
          {withKeys.map(({ label, keys }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {keys.map((combo, index) => (
                  <Fragment key={combo}>
                    {index > 0 && <span className={styles.or}> or </span>}
                    {keyCaps(combo, isMac).map((cap) => (
                      <Fragment key={cap}>
                        <Kbd>{cap}</Kbd>{' '}
                      </Fragment>
                    ))}
                  </Fragment>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.about}>
        <a href="#/about">Sources, privacy and licence</a>
      </p>
    </Dialog>
  );
}

/** A key, as it is printed on the keyboard. */
function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
