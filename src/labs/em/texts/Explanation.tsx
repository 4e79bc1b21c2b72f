import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { SlowMotionButton } from '../../shared/slowMotion/SlowMotionButton.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** EM in words and formulas, and challenges. */
export default function Explanation() {
  return (
    <ExplanationColumn
      lead={<SlowMotionButton>Look inside one iteration</SlowMotionButton>}
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts}
    />
  );
}
