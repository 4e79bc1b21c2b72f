import { entryIn } from '../../../store/view.ts';
import { editsOf, settingsOf, shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { topics } from '../lab.ts';
import { namedTopics } from '../page/looks.ts';
import { intrusion } from '../page/topic/intrusion.ts';
import {
  findsBars,
  findsIntruders,
  type LabView,
  measuresDisagree,
  namesRareTopic,
  starves,
} from './checks.ts';

export const challenges: ChallengeSet<LabView> = {
  list: [
    {
      id: 'short',
      title: 'Ten bars in short documents',
      task: 'Find all ten bars in documents of at most 30 words.',
      hint: 'α = 10 outweighs so few words. With fewer words it takes more documents.',
      answer: 'Choose the preset “Bars”, set “Words per document” to 30 and press Play.',
      check: findsBars,
      ofTraining: true,
    },
    {
      id: 'starve',
      title: 'Starve stochastic VI',
      task: 'In the race, leave stochastic VI 0.1 nats per word behind CAVI after 10,000 documents seen.',
      hint: 'Make its steps too small for a small corpus.',
      answer: 'Choose the preset “Race”, set τ to 1024 and κ to 1, and press Play.',
      check: starves,
      ofTraining: true,
    },
    {
      id: 'disagree',
      title: 'Two measures, two answers',
      task: 'At rest, have an ELBO at least 0.1 below that of K = 1, and a held-out perplexity at least 10 % below that of K = 1.',
      hint: 'Ten topics cost the ELBO much where there is little data.',
      answer:
        'Choose the preset “Bars”, set “Documents” to 20 and “Words per document” to 5, and press Play.',
      check: measuresDisagree,
      ofTraining: true,
    },
    {
      id: 'rare',
      title: 'A topic of three documents',
      task: 'In real texts, name a topic that has at least half of the words in only one to three documents.',
      hint: 'Many topics are rare ones.',
      answer:
        'Choose the preset “Countries”, set “Topics K” to 30 and press Play. Select topics until the list shows at most three documents with 50 % or more, read them, and type a name.',
      check: namesRareTopic,
    },
    {
      id: 'intruder',
      title: 'Find the intruder',
      task: 'Of six words, five are among the first of one topic. Find the word that is not, three times without a mistake.',
      hint: 'The table of topics shows which words occur together.',
      answer:
        'Choose the preset “Countries” and press Play. Open “Topic” in the reader and press “Word intrusion”. Choose the word that is not in the row of the other five.',
      check: findsIntruders,
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => {
    const run = controller.run.getState();
    const { dataset } = run;
    const document = controller.document.getState();
    const snapshot = shownOf(topics, run);
    return {
      snapshot,
      settings: settingsOf(topics, document),
      named: namedTopics(snapshot, dataset, editsOf(topics, document)),
      streak: entryIn(run, intrusion).streak,
    };
  },
};
