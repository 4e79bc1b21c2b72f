/** A pass of CAVI against one of scikit-learn with the same sizes and sweeps, one after the other. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/processes.mjs';
import type { Corpus } from '../src/inference/topics/corpus.ts';
import {
  createTopicWorkspace,
  moveTopics,
  refreshTopics,
  visitDocuments,
} from '../src/inference/topics/passes.ts';
import { distantDocuments } from '../src/inference/topics/starts.ts';
import { drawDirichlet, drawIndex } from '../src/math/draws.ts';
import { createRandom } from '../src/math/random.ts';
import { SEED } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { referenceMs } from './referenceWork.ts';
import { median, spread } from './statistics.ts';

const [DOCUMENTS, LENGTH, WORDS, TOPICS] = [1000, 100, 2000, 20];
const PRIORS = { alpha: 0.1, eta: 0.1 };
/** Of each document in a pass, in both programs; none stops earlier. */
const SWEEPS = 3;
const PASSES = 10;
const REPEATS = 7;
const WARM_UP = 10;
/** The first that has the library is taken. */
const PYTHONS = ['python3', '/usr/bin/python3'];

interface PeerTimes {
  readonly version: string;
  readonly passMs: readonly number[];
}

export function measureTopicsPeer(): Measurement {
  const corpus = drawnCorpus();
  const own = ownTimes(corpus);
  const peer = peerTimes(corpus);
  const run = `${DOCUMENTS} documents of ${LENGTH} words, ${WORDS} words, K ${TOPICS}, ${SWEEPS} sweeps, Node`;
  const sizes = `Topics, ${run}: a pass takes ${spread(own, 'ms', 1)}`;
  if (peer === null)
    return {
      ...{ figures: [], run, referenceMs: referenceMs() },
      notes: [`${sizes}; scikit-learn is not there to compare it with (Debian: python3-sklearn).`],
    };
  const ratio = median(own) / median(peer.passMs);
  return {
    figures: [
      {
        name: 'Topics: a pass of CAVI in Node, over one of scikit-learn in the same run',
        ...{ atLeast: null, aim: lower(1, '1 x') },
        value: ratio,
        measured: `${ratio.toFixed(2)} x (${median(own).toFixed(1)} against ${median(peer.passMs).toFixed(1)} ms)`,
      },
    ],
    ...{ run, referenceMs: referenceMs() },
    notes: [`${sizes}; one of scikit-learn ${peer.version} ${spread(peer.passMs, 'ms', 1)}.`],
  };
}

/** Documents drawn from the model: topics of a few hundred words, documents of a few topics. */
function drawnCorpus(): Corpus {
  const random = createRandom(SEED);
  const topics = Array.from({ length: TOPICS }, () => drawDirichlet(0.1, WORDS, random));
  const [starts, words, counts] = [[0], [] as number[], [] as number[]];
  for (let d = 0; d < DOCUMENTS; d++) {
    const shares = drawDirichlet(0.1, TOPICS, random);
    const bag = new Map<number, number>();
    for (let n = 0; n < LENGTH; n++) {
      const word = drawIndex(topics[drawIndex(shares, random)], random);
      bag.set(word, (bag.get(word) ?? 0) + 1);
    }
    for (const [word, count] of [...bag].sort(([a], [b]) => a - b)) {
      words.push(word);
      counts.push(count);
    }
    starts.push(words.length);
  }
  return {
    starts: Int32Array.from(starts),
    words: Int32Array.from(words),
    counts: Int32Array.from(counts),
    ...{ vocabulary: { length: WORDS }, tables: null },
  };
}

/** Milliseconds of a pass, several times. */
function ownTimes(corpus: Corpus): readonly number[] {
  const state = distantDocuments(corpus, TOPICS, PRIORS, createRandom(SEED));
  const ws = createTopicWorkspace(corpus, TOPICS);
  refreshTopics(ws, corpus, state);
  const limits = { sweeps: SWEEPS, tolerance: 0 };
  const passes = (count: number) => {
    for (let pass = 0; pass < count; pass++) {
      visitDocuments(ws, corpus, state, null, 0, DOCUMENTS, limits);
      moveTopics(ws, corpus, state);
    }
  };
  passes(WARM_UP);
  return Array.from({ length: REPEATS }, () => {
    const begun = performance.now();
    passes(PASSES);
    return (performance.now() - begun) / PASSES;
  });
}

/** The same of scikit-learn; null where it is not installed. */
function peerTimes({ starts, words, counts }: Corpus): PeerTimes | null {
  const input = JSON.stringify({
    ...{ starts: [...starts], words: [...words], counts: [...counts], V: WORDS, K: TOPICS },
    ...{ ...PRIORS, sweeps: SWEEPS, passes: PASSES, repeats: REPEATS },
  });
  const script = join(root, 'bench', 'peers', 'sklearnLda.py');
  for (const python of PYTHONS) {
    const { status, stdout } = spawnSync(python, [script], { input, encoding: 'utf8' });
    if (status === 0) return JSON.parse(stdout) as PeerTimes;
  }
  return null;
}
