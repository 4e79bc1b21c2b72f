import { useEffect } from 'react';
import { panelsAmong } from '../../settings/classLink.ts';
import { useController } from '../../store/context.ts';
import { Button } from '../../ui/Button.tsx';
import { leftOutCss } from '../embed/chosenPanels.ts';
import { focusMain, MAIN_ID } from '../usePageFocus.ts';
import styles from './ClassStrip.module.css';
import { closeGaps } from './closeGaps.ts';
import { fixHandles } from './fixedHandles.ts';

export interface ClassStripProps {
  /** What the link hides. */
  readonly hidden: readonly string[];
  /** While presenting, hidden parts stay hidden and the strip is not shown. */
  readonly presenting: boolean;
}

/** Below the stage of a class link: leaves out plots, fixes handles, and has the button that shows everything. */
export default function ClassStrip({ hidden, presenting }: ClassStripProps) {
  const controller = useController();
  const isFixed = hidden.includes('edits');
  useEffect(() => {
    const main = document.getElementById(MAIN_ID);
    if (!isFixed || !main) return;
    main.classList.add(styles.fixed);
    const giveBack = fixHandles(main);
    return () => {
      main.classList.remove(styles.fixed);
      giveBack();
    };
  }, [isFixed]);
  useEffect(() => {
    const names = panelsAmong(hidden);
    const main = document.getElementById(MAIN_ID);
    if (names.length === 0 || !main) return;
    return closeGaps(main, ({ dataset }) => names.includes(dataset.stagePart ?? ''));
  }, [hidden]);
  return (
    <>
      <style>{leftOutCss(panelsAmong(hidden))}</style>
      {!presenting && (
        <section aria-label="A part of the lab" className={styles.strip}>
          <p>This link shows a part of the lab.</p>
          <Button
            size="small"
            onClick={() => {
              controller.showEverything();
              focusMain();
            }}
          >
            Show everything
          </Button>
        </section>
      )}
    </>
  );
}
