import { settingsOf } from '../../lab.ts';
import type { LabParts } from '../../page.ts';
import { iterated } from '../../shared/firstStep.ts';
import { topics } from '../lab.ts';
import type { TopicsSettings } from '../settings.ts';
import { OwnTextsSection } from './ownTexts/OwnTextsSection.tsx';
import { loadTexts } from './ownTexts/textsLoading.ts';
import { Stage } from './Stage.tsx';

const HISTORY =
  'Press Play. Then read the check below the bars: do the clusters explain which alleles are shared?';

const FIRST: Readonly<Record<TopicsSettings['corpus'], string>> = {
  bars: 'Press Play and watch ten bars appear as topics.',
  countries: 'Press Play. Then select a topic and read its documents before you name it.',
  addresses: 'Press Play. Then open “Time” in the reader: topics come and go.',
  own: 'Paste or load your texts and press Play. Then select a topic and read its documents.',
  ancestry: 'Press Play and compare the shares of the clusters with the true ones.',
  admixture: HISTORY,
  ghost: HISTORY,
  bottleneck: HISTORY,
  two: 'Press Play: the ELBO comes to rest below the exact log evidence.',
};

export const parts: LabParts = {
  firstStep: {
    text: (document) => {
      const { corpus, algorithm } = settingsOf(topics, document);
      return algorithm === 'race'
        ? 'Press Play, then move κ and τ: both algorithms run over the same number of documents.'
        : FIRST[corpus];
    },
    isDone: iterated,
  },
  keys: [],
  slowMotion: 'Look inside one document',
  Stage,
  Extras: OwnTextsSection,
  takeTexts: loadTexts,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
