import { useDocument } from '../../../store/context.ts';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { isNetwork } from '../networkSettings.ts';
import { diagram } from './diagram.ts';
import { update } from './formulas.ts';
import { NetworkText } from './NetworkText.tsx';
import { blanketUpdate, gibbsConditional, zeroForcing } from './networkFormulas.ts';
import { PlaneText } from './PlaneText.tsx';
import { decomposition, messages, narrow, rates } from './planeFormulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

const ofPlane = [update, decomposition, narrow, rates, messages];
const ofNetwork = [blanketUpdate, zeroForcing, gibbsConditional];

export const texts: LabTexts = {
  Text,
  formulas: [...ofPlane, ...ofNetwork],
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
