import { useDocument } from '../../../store/context.ts';
import { settingsOf } from '../../lab.ts';
import { topics } from '../lab.ts';
import type { TopicsSettings } from '../settings.ts';
import { useCorpus } from './document/useDocumentAnswer.ts';

type CorpusKind = 'pictures' | 'ancestry' | 'texts';

/** What the corpora that come with the page are; of own ones only their counts tell. */
const KINDS: Readonly<Record<TopicsSettings['corpus'], CorpusKind>> = {
  bars: 'pictures',
  countries: 'texts',
  addresses: 'texts',
  own: 'texts',
  ancestry: 'ancestry',
  admixture: 'ancestry',
  ghost: 'ancestry',
  bottleneck: 'ancestry',
  two: 'texts',
};

/**
 * Which panels the corpus has. Before it is there its name tells, so that the stage has its places
 * from the first picture on.
 */
export function useCorpusKind(): CorpusKind {
  const expected = useDocument((document) => KINDS[settingsOf(topics, document).corpus]);
  const corpus = useCorpus();
  if (corpus === null) return expected;
  return corpus.side !== null ? 'pictures' : corpus.tables ? 'ancestry' : 'texts';
}
