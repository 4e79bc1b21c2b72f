import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { CopyField } from './CopyField.tsx';
import styles from './ShareDialog.module.css';

interface LinkSectionProps {
  readonly link: { readonly href: string; readonly missing: string };
  readonly step: number;
}

/** The link to the present state. */
export function LinkSection({ link, step }: LinkSectionProps) {
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
    </>
  );
}
