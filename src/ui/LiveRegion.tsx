import { useSyncExternalStore } from 'react';
import styles from './LiveRegion.module.css';

let message = '';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Has screen readers say a sentence when they are done with the present one: "Cluster 3 removed".
 * For changes a sighted user sees without being told. Needs one `LiveRegion` on the page.
 */
export function announce(text: string): void {
  // The same sentence twice is no change of the page; a no-break space makes it one.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <span role="status" aria-live="polite" className={styles.region}>
      {text}
    </span>
  );
}
