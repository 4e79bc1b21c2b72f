import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { sharesInWords } from '../../shared/diagram/livePictures.ts';
import type { TopicsSettings } from '../settings.ts';
import type { TopicsSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

type Node = ModelNode & { readonly lights?: Highlight };

const NODES: readonly Node[] = [
  { id: 'alpha', kind: 'fixed', symbol: 'α', name: 'prior of the shares' },
  {
    ...{ id: 'theta', kind: 'latent', symbol: 'θ_d', name: 'shares of a document' },
    ...{ lights: 'shares', each: 'row' },
  },
  {
    ...{ id: 'z', kind: 'latent', symbol: 'z_{dn}', name: 'topic of a word' },
    lights: 'responsibilities',
  },
  { id: 'w', kind: 'observed', symbol: 'w_{dn}', name: 'word', lights: 'words' },
  { id: 'beta', kind: 'latent', symbol: 'β_k', name: 'words of a topic', lights: 'topics' },
  { id: 'eta', kind: 'fixed', symbol: 'η', name: 'prior of the topics' },
];

/** Notes, figure 9.1. */
const MODEL: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'alpha', to: 'theta' },
    { from: 'theta', to: 'z' },
    { from: 'z', to: 'w' },
    { from: 'beta', to: 'w' },
    { from: 'eta', to: 'beta' },
  ],
  plates: [
    { id: 'documents', symbol: 'D', members: ['theta', 'z', 'w'] },
    { id: 'words', symbol: 'N_d', members: ['z', 'w'] },
    { id: 'topics', symbol: 'K', members: ['beta'] },
  ],
};

/** What the diagram needs of a snapshot. */
type Shown = Pick<TopicsSnapshot, 'documents' | 'tokens' | 'topics' | 'shares'>;

/** Latent Dirichlet allocation. */
export const diagram: LabDiagram<TopicsSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, { settings, row }: DiagramContext<TopicsSettings>): LiveModel {
  const { documents, tokens, topics, shares } = snapshot;
  const K = topics.length;
  const ofCorpus = topics.map(({ share }) => share);
  const isKnown = row !== null && shares !== null && (row + 1) * K <= shares.length;
  const own = isKnown ? Array.from(shares.subarray(row * K, (row + 1) * K)) : null;
  const perDocument = Math.round(tokens / Math.max(documents, 1));
  return {
    counts: { documents, words: perDocument, topics: K },
    nodes: {
      alpha: {
        picture: null,
        words: `Prior α = ${formatFixed(settings.alpha, 2)} of each topic’s share.`,
      },
      theta: {
        picture: { kind: 'bars', values: own ?? ofCorpus },
        words: own
          ? `E[θ] of document ${(row ?? 0) + 1}: ${sharesInWords(own, 'topic')}.`
          : `Shares of ${K} topics in each of ${documents} documents.`,
      },
      z: {
        picture: { kind: 'bars', values: ofCorpus },
        words: `One of ${K} topics for each of ${tokens} words.`,
      },
      w: { picture: null, words: `${tokens} words, ${perDocument} in a document on average.` },
      beta: {
        picture: { kind: 'bars', values: ofCorpus },
        words: `${K} distributions over the vocabulary.`,
      },
      eta: {
        picture: null,
        words: `Prior η = ${formatFixed(settings.eta, 2)} of each word in each topic.`,
      },
    },
  };
}
