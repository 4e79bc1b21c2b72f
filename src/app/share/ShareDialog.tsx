import { lazy, Suspense } from 'react';
import { useRun } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { linkAt } from '../linkAt.ts';
import { LinkSection } from './LinkSection.tsx';
import { QrSection } from './QrSection.tsx';
import styles from './ShareDialog.module.css';

const ClassSection = lazy(() => import('./ClassSection.tsx'));
const EmbedSection = lazy(() => import('./EmbedSection.tsx'));
const HandoutSection = lazy(() => import('./HandoutSection.tsx'));

export interface ShareDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The ways to hand the present state to others: the link first, the others folded below it. */
export default function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  const step = useRun((run) => run.step);
  const link = linkAt(step);
  return (
    <Dialog title="Share this state" isWide open={open} onOpenChange={onOpenChange}>
      <LinkSection link={link} step={step} />
      <div className={styles.ways}>
        <Disclosure label="QR code">
          <QrSection href={link.href} />
        </Disclosure>
        <Disclosure label="For a class">
          <Suspense fallback={null}>
            <ClassSection href={link.href} />
          </Suspense>
        </Disclosure>
        <Disclosure label="On paper">
          <Suspense fallback={null}>
            <HandoutSection href={link.href} onDone={() => onOpenChange(false)} />
          </Suspense>
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
