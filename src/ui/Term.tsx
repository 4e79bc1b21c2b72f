import type { ReactNode } from 'react';
import { GLOSSARY, type GlossaryWord } from './glossary.ts';
import styles from './Term.module.css';

export interface TermProps {
  readonly word: GlossaryWord;
  /** As the sentence has it, where that differs: "responsibilities". */
  readonly children?: ReactNode;
}

/** A word with its explanation, for the mouse, the keyboard and a finger. */
export function Term({ word, children = word }: TermProps) {
  const text = GLOSSARY[word];
  return (
    <button
      type="button"
      className={styles.term}
      aria-description={text}
      data-tooltip={text}
      data-tooltip-on-press=""
    >
      {children}
    </button>
  );
}
