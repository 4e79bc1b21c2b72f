import { use, useState } from 'react';
import { useDocument, useRun } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import type { LabTexts } from '../explanation/labTexts.ts';
import styles from './ChallengeStrip.module.css';
import { read } from './challengeSet.ts';

export interface ChallengeStripProps {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
  readonly isAnswerShown: boolean;
  readonly onAnswer: (isShown: boolean) => void;
  readonly onClose: () => void;
}

/** One challenge at a time below the stage, for a class; its answer when it is asked for. */
export function ChallengeStrip({ texts, isAnswerShown, onAnswer, onClose }: ChallengeStripProps) {
  const { list } = use(texts).challenges;
  const settings = useDocument((document) => document.settings);
  const hasAnswers = useRun(({ view }) => !view.hidden.includes('answers'));
  const [index, setIndex] = useState(0);
  const turn = (by: number) => {
    setIndex((index + by + list.length) % list.length);
    onAnswer(false);
  };
  const { title, task, answer } = list[index];
  return (
    <section aria-label="Challenge" className={styles.strip}>
      <IconButton icon="foldLeft" label="Previous challenge" onClick={() => turn(-1)} />
      <div className={styles.words} aria-live="polite">
        <p>
          <strong>
            {index + 1}. {title}.
          </strong>{' '}
          {read(task, settings)}
        </p>
        {hasAnswers && isAnswerShown && <p className={styles.answer}>{read(answer, settings)}</p>}
      </div>
      {hasAnswers && (
        <Button tooltip="A" aria-pressed={isAnswerShown} onClick={() => onAnswer(!isAnswerShown)}>
          {isAnswerShown ? 'Hide answer' : 'Show answer'}
        </Button>
      )}
      <IconButton icon="foldRight" label="Next challenge" onClick={() => turn(1)} />
      <IconButton icon="close" label="Close the challenges" onClick={onClose} />
    </section>
  );
}
