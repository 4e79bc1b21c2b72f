import type { ReactNode } from 'react';
import { type Tab, Tabs, type TabsProps } from '../../../ui/Tabs.tsx';
import { ChallengeList } from '../challenges/ChallengeList.tsx';
import type { ChallengeSet, ChallengeTexts, ProgressWith } from '../challenges/findings.ts';
import { useChallenges } from '../challenges/useChallenges.ts';
import styles from './Explanation.module.css';

export interface ExplanationColumnProps<Id extends string, View, Progress extends ProgressWith<Id>>
  extends Pick<TabsProps, 'shown' | 'onShow'> {
  /** Above the tabs: a way into the model. */
  readonly lead?: ReactNode;
  /** The model in words and formulas. */
  readonly text: ReactNode;
  /** Between the text and the challenges; the ids of those are `model` and `challenges`. */
  readonly more?: readonly Tab[];
  readonly challenges: ChallengeSet<Id, View, Progress>;
  readonly challengeTexts: ChallengeTexts<Id>;
}

/** The right-hand column: the model explained, and challenges that check themselves. */
export function ExplanationColumn<Id extends string, View, Progress extends ProgressWith<Id>>({
  lead,
  text,
  more = [],
  challenges,
  challengeTexts,
  shown,
  onShow,
}: ExplanationColumnProps<Id, View, Progress>) {
  const findings = useChallenges(challenges);
  const { ids } = challenges;
  const done = ids.filter((id) => findings[id].done).length;
  return (
    <div className={styles.explanation}>
      {lead}
      <Tabs
        label="Explanation and challenges"
        shown={shown}
        onShow={onShow}
        tabs={[
          { id: 'model', label: 'The model', content: text },
          ...more,
          {
            id: 'challenges',
            label: `Challenges ${done}/${ids.length}`,
            content: <ChallengeList ids={ids} texts={challengeTexts} findings={findings} />,
          },
        ]}
      />
    </div>
  );
}
