import { useDocument } from '../../../store/context.ts';
import type { LabDocument } from '../../../store/document.ts';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { challenges } from '../challenges/challengeSet.ts';
import { isNetwork } from '../targets.ts';
import { diagram } from './diagram.ts';
import {
  blanketUpdate,
  decomposition,
  gibbsConditional,
  messages,
  narrow,
  rates,
  update,
  zeroForcing,
} from './formulas.ts';
import { NetworkText } from './NetworkText.tsx';
import { PlaneText } from './PlaneText.tsx';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

const FORMULAS = [
  update,
  decomposition,
  narrow,
  rates,
  messages,
  blanketUpdate,
  zeroForcing,
  gibbsConditional,
];

export const texts: LabTexts = {
  Text,
  formulas: FORMULAS,
  leadingFormula: (document) => FORMULAS.indexOf(isOfNetwork(document) ? blanketUpdate : update),
  diagram,
  tour,
  challenges,
  questions,
};

/** Of the part of the lab that the target belongs to. */
function Text() {
  return useDocument(isOfNetwork) ? <NetworkText /> : <PlaneText />;
}

const isOfNetwork = ({ settings }: LabDocument) => isNetwork(String(settings.target));
