import { useState } from 'react';
import styles from './NodePanel.module.css';

interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  /** The label is spoken but not drawn. */
  readonly isBare?: boolean;
  /** Resolves to whether it was taken; otherwise the field shows the old text again. */
  readonly onCommit: (text: string) => Promise<boolean>;
}

/** A field for a name: taken with Enter or by leaving it, given up with Escape. */
export function TextEntry({ label, value, limit, isBare = false, onCommit }: TextEntryProps) {
  const [text, setText] = useState<string | null>(null);
  const commit = async (): Promise<void> => {
    const typed = text?.trim() ?? '';
    if (typed !== '' && typed !== value) await onCommit(typed);
    setText(null);
  };
  return (
    <span className={styles.named}>
      {!isBare && <span aria-hidden="true">{label}</span>}
      <input
        className={styles.text}
        aria-label={label}
        maxLength={limit}
        size={Math.max(5, value.length)}
        value={text ?? value}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void commit();
          if (event.key === 'Escape' && text !== null) {
            event.stopPropagation();
            setText(null);
          }
        }}
      />
    </span>
  );
}
