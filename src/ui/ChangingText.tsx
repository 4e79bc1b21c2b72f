import styles from './ChangingText.module.css';

/** Characters; with fewer, such as for infinity, the box keeps its size. */
const LEAST = 6;

/**
 * A figure in a line of text that changes with every move of a drag. Its box has a size of its own, so
 * that the browser lays out the figure alone, and not the page around it.
 */
export const ChangingText = ({ children }: { readonly children: string }) => (
  <span className={styles.box} style={{ width: `${Math.max(LEAST, children.length)}ch` }}>
    {children}
  </span>
);
