/** A pass of CAVI in Chromium against one of scikit-learn with the same sizes and sweeps, one after the other. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/processes.mjs';
import type { Corpus } from '../src/inference/topics/corpus.ts';
import { type Figure, lower, type Measurement } from './figures.ts';
import { type Laboratory, workInPage } from './lab.ts';
import { median, spread } from './statistics.ts';
import { drawnCorpus, PASS } from './topicsPass.ts';

/** The first that has the library is taken. */
const PYTHONS = ['python3', '/usr/bin/python3'];

interface PeerTimes {
  readonly version: string;
  readonly passMs: readonly number[];
}

export async function measureTopicsPeer(laboratory: Laboratory): Promise<Measurement> {
  const { times: own, referenceMs } = await workInPage(laboratory, 'topicPasses');
  const figures: Figure[] = [
    {
      name: 'Topics: a pass of CAVI in Chromium',
      atLeast: lower(250, '250 ms'),
      aim: null,
      value: median(own),
      measured: spread(own, 'ms', 1),
    },
  ];
  const peer = peerTimes(drawnCorpus());
  if (peer !== null) {
    const ratio = median(own) / median(peer.passMs);
    figures.push({
      name: 'Topics: the same over a pass of scikit-learn in the same run',
      ...{ atLeast: null, aim: lower(1, '1 x'), value: ratio },
      measured: `${ratio.toFixed(2)} x (${median(peer.passMs).toFixed(1)} ms)`,
    });
  }
  const { documents, length, words, topics, sweeps } = PASS;
  return {
    ...{ figures, referenceMs },
    run: `${documents} documents of ${length} words, ${words} words, K ${topics}, ${sweeps} sweeps, Chromium`,
    notes: [
      peer === null
        ? 'scikit-learn is not there to compare it with (Debian: python3-sklearn).'
        : `Of scikit-learn ${peer.version} a pass takes ${spread(peer.passMs, 'ms', 1)}.`,
    ],
  };
}

/** Null where it is not installed. */
function peerTimes({ starts, words, counts }: Corpus): PeerTimes | null {
  const { words: V, topics: K, alpha, eta, sweeps, passes, repeats } = PASS;
  const input = JSON.stringify({
    ...{ starts: [...starts], words: [...words], counts: [...counts], V, K },
    ...{ alpha, eta, sweeps, passes, repeats },
  });
  const script = join(root, 'bench', 'peers', 'sklearnLda.py');
  for (const python of PYTHONS) {
    const { status, stdout } = spawnSync(python, [script], { input, encoding: 'utf8' });
    if (status === 0) return JSON.parse(stdout) as PeerTimes;
  }
  return null;
}
