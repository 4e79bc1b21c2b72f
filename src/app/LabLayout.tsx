import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './LabLayout.module.css';
import { useMediaQuery } from './useMediaQuery.ts';
import { MAIN_ID } from './usePageFocus.ts';

export interface LabLayoutProps {
  /** Top: the bar, over the whole width. */
  readonly bar: ReactNode;
  /** Left: the settings. A drawer on narrow screens. */
  readonly settings: ReactNode;
  /** Centre: the plots. First on narrow screens. */
  readonly stage: ReactNode;
  /** Right: explanation and challenges. Below the stage on narrow screens. */
  readonly explanation: ReactNode;
  /** Only the stage, below it what goes with a presentation, and beside it the graphical model. */
  readonly presenting: boolean;
  readonly presented: ReactNode;
  readonly diagram: ReactNode;
  /** Below everything, over the whole width. */
  readonly tour: ReactNode;
  /** Raised each time something in the explanation is asked for: it is unfolded. */
  readonly explanationAsked: number;
  /** Parts a teacher has hidden: 'settings', 'explanation'. */
  readonly hidden: readonly string[];
}

/** Where the parts of a lab stand. */
export function LabLayout(props: LabLayoutProps) {
  const { bar, settings, stage, explanation, presenting, presented, hidden } = props;
  const areSettingsHidden = presenting || hidden.includes('settings');
  const isNarrow = useMediaQuery('(max-width: 999px)');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  return (
    <div className={styles.page}>
      {bar}
      <div className={styles.layout}>
        {isNarrow ? (
          !areSettingsHidden && (
            <div className={styles.drawerBar}>
              <Button icon="settings" size="small" onClick={() => setIsDrawerOpen(true)}>
                Settings
              </Button>
              <Dialog
                title="Settings"
                placement="drawer"
                open={isDrawerOpen}
                onOpenChange={setIsDrawerOpen}
              >
                {settings}
              </Dialog>
            </div>
          )
        ) : (
          <SideColumn title="Settings" side="left" hidden={areSettingsHidden}>
            {settings}
          </SideColumn>
        )}
        <main id={MAIN_ID} tabIndex={-1} className={styles.stage}>
          {stage}
        </main>
        <SideColumn
          title="Explanation"
          side="right"
          hidden={presenting || hidden.includes('explanation')}
          asked={props.explanationAsked}
        >
          <div className={styles.aside}>{explanation}</div>
        </SideColumn>
        {props.diagram && (
          <aside
            aria-label="Graphical model"
            className={classNames(styles.side, styles.right, styles.diagram)}
          >
            {props.diagram}
          </aside>
        )}
      </div>
      {presented}
      {props.tour}
    </div>
  );
}

interface SideColumnProps {
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly hidden: boolean;
  /** Unfolded whenever this changes. */
  readonly asked?: number;
  readonly children: ReactNode;
}

/** A column that can be folded to its edge to give the stage its room. */
function SideColumn({ title, side, hidden, asked, children }: SideColumnProps) {
  const [isFolded, setIsFolded] = useState(false);
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    setIsFolded(false);
  }
  const canFold = useMediaQuery(side === 'left' ? '(min-width: 1000px)' : '(min-width: 1200px)');
  const isCollapsed = isFolded && canFold;
  return (
    <aside
      aria-label={title}
      hidden={hidden}
      data-collapsed={isCollapsed || undefined}
      className={classNames(styles.side, styles[side])}
    >
      <div className={styles.sideHeader}>
        {!isCollapsed && <h2 className={styles.sideTitle}>{title}</h2>}
        <IconButton
          className={styles.toggle}
          size="small"
          icon={isCollapsed ? (side === 'left' ? 'settings' : 'info') : foldIcon(side)}
          label={`${isCollapsed ? 'Show' : 'Hide'} ${title.toLowerCase()}`}
          aria-expanded={!isCollapsed}
          onClick={() => setIsFolded((now) => !now)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reachable by keyboard */}
      <div className={styles.sideBody} hidden={isCollapsed} tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}

function foldIcon(side: 'left' | 'right') {
  return side === 'left' ? 'foldLeft' : 'foldRight';
}
