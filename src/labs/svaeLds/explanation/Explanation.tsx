import { useDocument } from '../../../store/context.ts';
import { ExplanationColumn } from '../../parts/explanation/ExplanationColumn.tsx';
import { SlowMotionButton } from '../../parts/slowMotion/SlowMotionButton.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The model in words and formulas, and challenges in the words of the signal. */
export default function Explanation() {
  const signal = useDocument(({ settings }) => String(settings.signal));
  return (
    <ExplanationColumn
      lead={<SlowMotionButton>Filter and smoother under the glass</SlowMotionButton>}
      text={<ExplanationText />}
      challenges={challenges}
      challengeTexts={challengeTexts(signal)}
    />
  );
}
