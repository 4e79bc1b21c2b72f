import { useState } from 'react';
import styles from './ChangingText.module.css';

/** Characters; with fewer, such as for infinity, the box keeps its size. */
const LEAST = 6;

/**
 * A figure in a line of text that changes with every move of a drag. Its box has a size of its own, so
 * that the browser lays out the figure alone, and not the page around it. The box never becomes
 * narrower, so that a table keeps its columns while its figures change.
 */
export function ChangingText({ children }: { readonly children: string }) {
  const [widest, setWidest] = useState(LEAST);
  if (children.length > widest) setWidest(children.length);
  return (
    <span className={styles.box} style={{ width: `${widest}ch` }}>
      {children}
    </span>
  );
}
