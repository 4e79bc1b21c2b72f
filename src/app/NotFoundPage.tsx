import { shortened } from '../settings/words.ts';
import { buttonClass } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';
import { MAIN_ID } from './usePageFocus.ts';

/** An address without a page: an old link, or a typing error. */
export default function NotFoundPage({ path }: { readonly path: string }) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.page}>
      <h1>There is no lab here</h1>
      <p>The address asks for “{shortened(path)}”, which is not the name of a lab.</p>
      <div className={styles.actions}>
        <a className={buttonClass({ variant: 'primary' })} href="#/">
          All labs
        </a>
      </div>
    </main>
  );
}
