import { useState } from 'react';
import { entryNamed } from '../../labs/registry.ts';
import { useController, useLab } from '../../store/context.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import styles from './ShareDialog.module.css';

interface HandoutSectionProps {
  readonly href: string;
  /** Closes the dialog; the handout replaces it. */
  readonly onDone: () => void;
}

/** The present state on paper. */
export default function HandoutSection({ href, onDone }: HandoutSectionProps) {
  const lab = useLab();
  const controller = useController();
  const [problem, setProblem] = useState('');
  const make = async () => {
    try {
      const { parts } = await entryNamed(lab.id).page();
      const [texts, { openHandout }] = await Promise.all([
        parts.texts(),
        import('../handout/openHandout.tsx'),
      ]);
      onDone();
      await openHandout({ lab, controller, texts, href });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className={styles.section}>
      <p className={styles.text}>
        A page to print: the plots as they are now, settings, figures, formulas, this link with its
        QR code, and three questions without answers.
      </p>
      <div>
        <Button onClick={() => void make()}>Make the handout</Button>
      </div>
      {problem !== '' && (
        <InlineNotice kind="problem">The handout could not be made: {problem}</InlineNotice>
      )}
    </div>
  );
}
