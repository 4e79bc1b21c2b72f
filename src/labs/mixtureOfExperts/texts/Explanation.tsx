import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { challenges, challengeTexts } from '../challenges/challengeSet.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The mixture of experts in words and formulas, and challenges. */
export default function Explanation() {
  return (
    <ExplanationColumn
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts}
    />
  );
}
