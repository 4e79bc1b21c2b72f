import { PAGE_PARTS, type PagePart } from '../../settings/link.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CopyField } from './CopyField.tsx';
import styles from './ShareDialog.module.css';

interface LinkSectionProps {
  readonly link: { readonly href: string; readonly missing: string };
  readonly step: number;
  /** Parts of the page that the link hides. */
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
}

/** The link to the present state, and what of the page it shows to those who follow it. */
export function LinkSection({ link, step, hidden, onHidden }: LinkSectionProps) {
  return (
    <>
      <p className={styles.text}>
        The link carries settings, seed, training steps, edits and what the plots draw. The page
        that it opens trains the model to step {step.toLocaleString('en-US')}.
      </p>
      <CopyField
        label="Link to this state"
        copy="Copy the link"
        announcement="The link is copied."
        text={link.href}
      />
      {link.missing !== '' && <InlineNotice kind="info">{link.missing}</InlineNotice>}
      <fieldset className={styles.parts}>
        <legend>What the link shows</legend>
        {hidable.map(({ name, label }) => (
          <Switch
            key={name}
            label={label}
            checked={!hidden.includes(name)}
            onChange={(isShown) =>
              onHidden(isShown ? hidden.filter((other) => other !== name) : [...hidden, name])
            }
          />
        ))}
      </fieldset>
    </>
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
