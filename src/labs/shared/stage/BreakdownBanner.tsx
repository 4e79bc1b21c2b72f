import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import styles from './BreakdownBanner.module.css';

const BreakdownNotice = lazy(() => whenUsable(() => import('./BreakdownNotice.tsx')));

/** Training has stopped by itself: what happened, and the remedy on one button. */
export const BreakdownBanner = () => (
  <Suspense fallback={null}>
    <BreakdownNotice />
  </Suspense>
);

/** The same at the top of a stage whose bound may be out of sight; moves nothing. */
export function StickyBreakdown() {
  return (
    <div className={styles.sticky}>
      <BreakdownBanner />
    </div>
  );
}
