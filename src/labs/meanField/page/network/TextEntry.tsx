import { useTextEntry } from '../../../../ui/useTextEntry.ts';
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

/** A field for a name. */
export function TextEntry({ label, value, limit, isBare = false, onCommit }: TextEntryProps) {
  const { inputProps } = useTextEntry({
    ...{ value, limit },
    // A name is needed: an empty field shows the old one again.
    onCommit: async (text) => text !== '' && onCommit(text),
  });
  return (
    <span className={styles.named}>
      {!isBare && <span aria-hidden="true">{label}</span>}
      <input
        className={styles.text}
        aria-label={label}
        size={Math.max(5, value.length)}
        {...inputProps}
      />
    </span>
  );
}
