import { useController, useSnapshot, useViewEntry } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { topics } from '../../lab.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { useTopicLooks } from '../looks.ts';
import common from '../topics.module.css';
import { answerWith, askNext, intrusion, type Question, stopAsking } from './intrusion.ts';

/** A question of word intrusion, and what was answered. */
export function IntrusionView({ question }: { readonly question: Question }) {
  const controller = useController();
  const snapshot = useSnapshot(topics);
  const looks = useTopicLooks();
  const vocabulary = useCorpus()?.vocabulary ?? [];
  const { answer, streak } = useViewEntry(intrusion);
  const { words, intruder, topic } = question;
  const name = looks.find(({ id }) => id === topic)?.name ?? 'the topic';
  return (
    <div className={common.view}>
      <p className={common.note}>
        Five of these words are among the first of one topic. Which word does not belong to it?
      </p>
      <div className={common.row}>
        {words.map((word) => (
          <Button
            key={word}
            disabled={answer !== null}
            aria-pressed={answer === word}
            onClick={() => answerWith(controller, word)}
          >
            {vocabulary[word]}
          </Button>
        ))}
      </div>
      <p role="status">
        {answer !== null &&
          `${answer === intruder ? 'Right' : 'Wrong'}: “${vocabulary[intruder]}” is the intruder, the other words are those of ${name}. Found without a mistake: ${streak}.`}
      </p>
      <div className={common.row}>
        <Button
          size="small"
          variant="primary"
          disabled={answer === null}
          onClick={() => snapshot && askNext(controller, snapshot.topics)}
        >
          Next question
        </Button>
        <Button size="small" onClick={() => stopAsking(controller)}>
          Back to the topic
        </Button>
      </div>
    </div>
  );
}
