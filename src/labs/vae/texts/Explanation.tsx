import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { SlowMotionButton } from '../../shared/slowMotion/SlowMotionButton.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The model in words and formulas, and challenges. */
export default function Explanation() {
  return (
    <ExplanationColumn
      lead={<SlowMotionButton>Step through the trick</SlowMotionButton>}
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts}
    />
  );
}
