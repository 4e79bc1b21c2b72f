import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { update } from './formulas.ts';
import { PlaneText } from './PlaneText.tsx';
import { decomposition, messages, narrow, rates } from './planeFormulas.ts';

export const texts: LabTexts = {
  Text: PlaneText,
  formulas: [update, decomposition, narrow, rates, messages],
  diagram,
  challenges,
};
