import { Tabs } from '../../ui/Tabs.tsx';
import { ChallengeList } from './challenges/ChallengeList.tsx';
import { challengeTitles } from './challenges/challengeTexts.ts';
import { useChallenges } from './challenges/useChallenges.ts';
import styles from './Explanation.module.css';
import { ExplanationText } from './ExplanationText.tsx';
import { SlowMotionButton } from './iteration/SlowMotionButton.tsx';

/** The right-hand column: the model in words and formulas, and challenges that check themselves. */
export default function Explanation() {
  const findings = useChallenges(challengeTitles);
  const all = Object.values(findings);
  const done = all.filter((finding) => finding.done).length;
  return (
    <div className={styles.explanation}>
      <SlowMotionButton />
      <Tabs
        label="Explanation and challenges"
        tabs={[
          { id: 'model', label: 'The model', content: <ExplanationText /> },
          {
            id: 'challenges',
            label: `Challenges ${done}/${all.length}`,
            content: <ChallengeList findings={findings} />,
          },
        ]}
      />
    </div>
  );
}
