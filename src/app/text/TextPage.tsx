import type { ReactNode } from 'react';
import { ThemeButton } from '../topBar/ThemeButton.tsx';
import { MAIN_ID } from '../usePageFocus.ts';
import styles from './TextPage.module.css';

export interface TextPageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page to read: the way home, a title and text. */
export function TextPage({ title, children }: TextPageProps) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.page}>
      <div className={styles.bar}>
        <a className={styles.home} href="#/">
          SVAE Lab
        </a>
        <ThemeButton />
      </div>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
    </main>
  );
}
