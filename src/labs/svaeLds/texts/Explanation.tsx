import { useState } from 'react';
import { useDocument, useRun } from '../../../store/context.ts';
import { ExplanationColumn } from '../../shared/explanation/ExplanationColumn.tsx';
import { SlowMotionButton } from '../../shared/slowMotion/SlowMotionButton.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { challengeTexts } from '../challenges/challengeTexts.ts';
import { ExperimentsPanel } from '../page/experiments/ExperimentsPanel.tsx';
import { openExperiment } from '../page/experiments/openExperiment.ts';
import { ExplanationText } from './ExplanationText.tsx';

/** The model in words and formulas, the thesis's experiments, and challenges. */
export default function Explanation() {
  const signal = useDocument(({ settings }) => String(settings.signal));
  const [tab, setTab] = useTab();
  return (
    <ExplanationColumn
      lead={<SlowMotionButton>Look inside the filter</SlowMotionButton>}
      text={<ExplanationText />}
      more={[
        {
          id: 'experiments',
          label: 'Experiments',
          content: <ExperimentsPanel />,
        },
      ]}
      challenges={challenges}
      challengeTexts={challengeTexts(signal)}
      shown={tab}
      onShow={setTab}
    />
  );
}

/** The tab one is in; a link that opens an experiment opens theirs. */
function useTab(): readonly [string, (id: string) => void] {
  const experiment = useRun(({ view }) => openExperiment(view));
  const [known, setKnown] = useState<typeof experiment>(null);
  const [tab, setTab] = useState('model');
  if (experiment !== known) {
    setKnown(experiment);
    if (experiment !== null) setTab('experiments');
  }
  return [tab, setTab];
}
