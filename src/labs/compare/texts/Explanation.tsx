import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The models in words and formulas, and challenges. */
export default function Explanation() {
  return (
    <ExplanationColumn
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts}
    />
  );
}
