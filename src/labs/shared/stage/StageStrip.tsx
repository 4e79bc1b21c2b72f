import type { ComponentProps } from 'react';
import styles from './StageStrip.module.css';

/**
 * A strip between the plots: the selection and what can be done with it. Its height is fixed:
 * `--strip-height` where it is not the usual one.
 */
export function StageStrip(props: ComponentProps<'section'>) {
  return <section {...props} className={styles.strip} />;
}
