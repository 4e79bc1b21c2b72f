import { useDocument } from '../../../store/context.ts';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { isNetwork } from '../networkSettings.ts';
import { diagram } from './diagram.ts';
import * as formulas from './formulas.ts';
import { NetworkText } from './NetworkText.tsx';
import { PlaneText } from './PlaneText.tsx';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: Object.values(formulas),
  diagram,
  tour,
  challenges,
  questions,
};

/** Of the part of the lab that the target belongs to. */
function Text() {
  const isOfNetwork = useDocument(({ settings }) => isNetwork(String(settings.target)));
  return isOfNetwork ? <NetworkText /> : <PlaneText />;
}
