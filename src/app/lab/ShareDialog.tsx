import { type FocusEvent, useState } from 'react';
import { PAGE_PARTS, type PagePart } from '../../settings/link.ts';
import { useRun } from '../../store/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { linkAt } from '../linkAt.ts';
import styles from './ShareDialog.module.css';

export interface ShareDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

type Copied = 'not yet' | 'copied' | 'refused';

/** The link to the present state, and what of the page it shows to those who follow it. */
export default function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  const step = useRun((run) => run.step);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [copied, setCopied] = useState<Copied>('not yet');
  const { href, missing } = linkAt(step, hidden);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(href);
      setCopied('copied');
      announce('The link is copied.');
    } catch {
      // Clipboards are refused to pages without permission; the field can be copied by hand.
      setCopied('refused');
    }
  };

  return (
    <Dialog
      title="Share this state"
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <Button variant="primary" onClick={() => void copy()}>
          {copied === 'copied' ? 'Copied' : 'Copy the link'}
        </Button>
      }
    >
      <p className={styles.text}>
        The link carries settings, seed, training steps, edits and what the plots draw. The page
        that it opens trains the model to step {step.toLocaleString('en-US')}.
      </p>
      <input
        className={styles.link}
        aria-label="Link to this state"
        readOnly
        value={href}
        onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
      />
      {copied === 'refused' && (
        <InlineNotice kind="problem">
          The browser did not let the page copy. Select the link and copy it by hand.
        </InlineNotice>
      )}
      {missing !== '' && <InlineNotice kind="info">{missing}</InlineNotice>}
      <fieldset className={styles.parts}>
        <legend>What the link shows</legend>
        {hidable.map(({ name, label }) => (
          <Switch
            key={name}
            label={label}
            checked={!hidden.includes(name)}
            onChange={(isShown) => {
              setCopied('not yet');
              setHidden(isShown ? hidden.filter((other) => other !== name) : [...hidden, name]);
            }}
          />
        ))}
      </fieldset>
    </Dialog>
  );
}

const LABELS: Readonly<Record<PagePart, string>> = {
  settings: 'Settings',
  explanation: 'Explanation and challenges',
  speed: 'Speed',
  seed: 'Seed',
  backend: 'Backend',
};

/** Parts of the page a teacher can hide from a class, by the names links use. */
const hidable = PAGE_PARTS.map((name) => ({ name, label: LABELS[name] }));
