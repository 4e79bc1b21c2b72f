import { useDocument } from '../../../store/context.ts';
import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { SlowMotionButton } from '../../shared/slowMotion/SlowMotionButton.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The model in words and formulas, and challenges in the words of the data set. */
export default function Explanation() {
  const dataset = useDocument(({ settings }) => String(settings.dataset));
  return (
    <ExplanationColumn
      lead={<SlowMotionButton>Look inside one iteration</SlowMotionButton>}
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts(dataset)}
    />
  );
}
