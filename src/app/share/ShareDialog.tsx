import { lazy, Suspense, useState } from 'react';
import { useRun } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { linkAt } from '../linkAt.ts';
import { LinkSection } from './LinkSection.tsx';
import { QrSection } from './QrSection.tsx';
import styles from './ShareDialog.module.css';

const EmbedSection = lazy(() => import('./EmbedSection.tsx'));

export interface ShareDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The ways to hand the present state to others: the link first, the others folded below it. */
export default function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  const step = useRun((run) => run.step);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const link = linkAt(step, hidden);
  return (
    <Dialog title="Share this state" isWide open={open} onOpenChange={onOpenChange}>
      <LinkSection link={link} step={step} hidden={hidden} onHidden={setHidden} />
      <div className={styles.ways}>
        <Disclosure label="QR code">
          <QrSection href={link.href} />
        </Disclosure>
        <Disclosure label="In another page">
          <Suspense fallback={null}>
            <EmbedSection href={link.href} />
          </Suspense>
        </Disclosure>
      </div>
    </Dialog>
  );
}
