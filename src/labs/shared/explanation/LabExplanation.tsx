import { createContext, memo, use, useEffect, useMemo, useRef, useState } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { ChallengeList } from '../challenges/ChallengeList.tsx';
import type { ChallengeSet, Findings } from '../challenges/challengeSet.ts';
import { useChallenges } from '../challenges/useChallenges.ts';
import { focusDiagram } from '../diagram/focusDiagram.ts';
import { ModelDiagram } from '../diagram/ModelDiagram.tsx';
import { setSlowMotion } from '../slowMotion/setSlowMotion.ts';
import styles from './Explanation.module.css';
import type { LabTexts } from './labTexts.ts';

export interface LabExplanationProps {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
  /** What the button says that opens slow motion, where the lab has one. */
  readonly slowMotion?: string | undefined;
  /** Starts the tour; null where there is none, or it is on already. */
  readonly onTour: (() => void) | null;
  /** False where the diagram is shown elsewhere. */
  readonly hasDiagram: boolean;
  /** Raised each time the diagram is asked for by key. */
  readonly diagramAsked: number;
}

/** Results change with every move of a drag, so only the list of challenges renders again, not the column. */
const FindingsContext = createContext<Findings>({});

const StillTabs = memo(Tabs);

/** The right-hand column: the model explained, and challenges that check themselves. */
export default function LabExplanation(props: LabExplanationProps) {
  const { Text, challenges, more, diagram } = use(props.texts);
  const { diagramAsked, hasDiagram } = props;
  const hidden = useRun(({ view }) => view.hidden);
  const findings = useChallenges(challenges);
  const done = challenges.list.filter(({ id }) => findings[id]?.done).length;
  const [tab, setTab] = useTab(more);
  const column = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState(diagramAsked);
  if (known !== diagramAsked) {
    setKnown(diagramAsked);
    setTab('model');
  }
  useEffect(() => {
    if (diagramAsked > 0) focusDiagram(column.current);
  }, [diagramAsked]);
  const isTextHidden = hidden.includes('text');
  const areChallengesHidden = hidden.includes('challenges');
  const tabs = useMemo(() => {
    const model = (
      <div className={styles.model}>
        {diagram && hasDiagram && <ModelDiagram diagram={diagram} />}
        <Text />
      </div>
    );
    const label = `Challenges ${done}/${challenges.list.length}`;
    const content = <FoundChallenges challenges={challenges} />;
    return [
      ...(isTextHidden ? [] : [{ id: 'model', label: 'The model', content: model }]),
      ...(more ? [{ id: 'more', label: more.label, content: <more.Content /> }] : []),
      ...(areChallengesHidden ? [] : [{ id: 'challenges', label, content }]),
    ];
  }, [diagram, hasDiagram, Text, more, challenges, done, isTextHidden, areChallengesHidden]);
  return (
    <div ref={column} className={styles.explanation}>
      {(props.slowMotion || props.onTour) && (
        <div className={styles.ways}>
          {props.onTour && (
            <Button icon="chevronRight" tooltip="Take the tour (T)" onClick={props.onTour}>
              Take the tour
            </Button>
          )}
          {props.slowMotion && <SlowMotionButton>{props.slowMotion}</SlowMotionButton>}
        </div>
      )}
      <FindingsContext value={findings}>
        <StillTabs
          label="Explanation and challenges"
          shown={isTextHidden && tab === 'model' ? 'challenges' : tab}
          onShow={setTab}
          tabs={tabs}
        />
      </FindingsContext>
    </div>
  );
}

function FoundChallenges({ challenges }: { readonly challenges: ChallengeSet<unknown, unknown> }) {
  return <ChallengeList challenges={challenges} findings={use(FindingsContext)} />;
}

/** The tab one is in; a link that opens something in the lab's own tab opens that tab. */
function useTab(more: LabTexts['more']): readonly [string, (id: string) => void] {
  const opened = useRun(({ view }) => more?.openedBy(view.flags) ?? null);
  const [known, setKnown] = useState<string | null>(null);
  const [tab, setTab] = useState('model');
  if (opened !== known) {
    setKnown(opened);
    if (opened !== null) setTab('more');
  }
  return [tab, setTab];
}

/** Opens and closes the lab's view in slow motion. */
function SlowMotionButton({ children }: { readonly children: string }) {
  const controller = useController();
  const isOpen = useRun(({ view }) => view.slowMotion);
  const isReady = useRun(({ phase, snapshot }) => snapshot !== null && phase !== 'failed');
  return (
    <Button
      icon="step"
      disabled={!isReady}
      aria-pressed={isOpen}
      data-opens-slow-motion
      tooltip={`${children} (I)`}
      onClick={() => void setSlowMotion(controller, !isOpen)}
    >
      {children}
    </Button>
  );
}
