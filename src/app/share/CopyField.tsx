import { type FocusEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import styles from './CopyField.module.css';

interface CopyFieldProps {
  /** The field's name. */
  readonly label: string;
  readonly text: string;
  /** What the button says before it is pressed. */
  readonly copy: string;
  /** What screen readers are told afterwards. */
  readonly announcement: string;
  /** A line by default. */
  readonly rows?: number;
}

/** Text to be taken elsewhere, with a button that copies it. */
export function CopyField({ label, text, copy, announcement, rows = 1 }: CopyFieldProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      setIsRefused(false);
      announce(announcement);
    } catch {
      // Clipboards are refused to pages without permission; the field can be copied by hand.
      setIsRefused(true);
    }
  };
  const field = {
    className: styles.field,
    'aria-label': label,
    readOnly: true,
    value: text,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.target.select(),
  };
  return (
    <div className={styles.copy}>
      {rows > 1 ? <textarea rows={rows} spellCheck={false} {...field} /> : <input {...field} />}
      <Button onClick={() => void take()}>{copied === text ? 'Copied' : copy}</Button>
      {isRefused && (
        <InlineNotice kind="problem">
          The browser did not let the page copy. Select the text and copy it by hand.
        </InlineNotice>
      )}
    </div>
  );
}
