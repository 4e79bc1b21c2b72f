import { Fragment, memo, useEffect } from 'react';
import { colour } from '../../../plots/style/palette.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import { useController, useRun, useViewEntry } from '../../../store/context.ts';
import { viewEntry } from '../../../store/view.ts';
import { classNames } from '../../../ui/classNames.ts';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import { Scrolling } from '../../../ui/Scrolling.tsx';
import { StagePanel } from '../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { useTarget } from '../../shared/stage/useTarget.ts';
import { topics } from '../lab.ts';
import type { Topic } from '../snapshot.ts';
import type { Highlight } from '../texts/formulas.ts';
import { useCorpus } from './document/useDocumentAnswer.ts';
import { type TopicLook, useTopicLooks } from './looks.ts';
import { show } from './side.ts';
import { TopicButton } from './TopicMark.tsx';
import styles from './TopicsTable.module.css';
import common from './topics.module.css';

const TOPICS: readonly Highlight[] = ['topics'];
const DEFAULT_RELEVANCE = 0.6;
export const relevance = viewEntry(DEFAULT_RELEVANCE, {
  name: 'relevance',
  read: (note) => (typeof note === 'number' && note >= 0 && note <= 1 ? note : undefined),
});

/** The topics, each with its share and its most relevant words. */
export const TopicsTable = memo(function TopicsTable() {
  const { snapshot } = useDrawn(topics);
  const looks = useTopicLooks();
  const vocabulary = useCorpus()?.vocabulary ?? null;
  const target = useTarget('cluster');
  const most = Math.max(...(snapshot?.topics.map(({ share }) => share) ?? []), 0.01);
  return (
    <StagePanel name="Topics" part="topics" litBy={TOPICS} actions={<Relevance />}>
      <Scrolling label="Topics and their words">
        <table className={classNames(common.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">Share</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {snapshot?.topics.map((topic, k) => (
              <TopicRow
                key={topic.id}
                {...{ topic, most, vocabulary, ...target }}
                look={looks[k] ?? { id: topic.id, colour: topic.id, name: '' }}
              />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </StagePanel>
  );
});

interface TopicRowProps extends ReturnType<typeof useTarget> {
  readonly topic: Topic;
  readonly look: TopicLook;
  readonly most: number;
  readonly vocabulary: readonly string[] | null;
}

function TopicRow({ topic, look, most, vocabulary, ...target }: TopicRowProps) {
  const controller = useController();
  const theme = useTheme();
  const { id, share, top, isLocked } = topic;
  return (
    <tr
      data-hovered={target.hovered === id || undefined}
      data-selected={target.selected === id || undefined}
      onPointerEnter={() => target.onHover(id)}
      onPointerLeave={() => target.onHover(null)}
    >
      <th scope="row">
        <TopicButton
          look={look}
          isPressed={target.selected === id}
          onClick={() => {
            target.onSelect(id);
            show(controller, 'topic');
          }}
        >
          {isLocked && <span className={styles.locked}>locked</span>}
        </TopicButton>
      </th>
      <td>
        <span className={styles.share}>
          <span
            className={styles.bar}
            style={{ width: `${(100 * share) / most}%`, background: colour(look.colour, theme) }}
          />
          <span className={styles.percent}>{(100 * share).toFixed(1)} %</span>
        </span>
      </td>
      <td>
        <span className={styles.words}>
          {top.map(({ word, probability, lift }) => (
            // The space lets the line break between words.
            <Fragment key={word}>
              <span
                className={styles.word}
                data-tooltip={`${(100 * probability).toFixed(2)} % of the topic, ${lift.toFixed(1)} times as often as in the corpus`}
              >
                {vocabulary?.[word]}
              </span>{' '}
            </Fragment>
          ))}
        </span>
      </td>
    </tr>
  );
}

/** How words are sorted: by their frequency in the topic, or by how special they are to it. */
function Relevance() {
  const controller = useController();
  const value = useViewEntry(relevance);
  const runId = useRun((state) => state.runId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is told again
  useEffect(() => controller.setView({ relevance: value }), [controller, value, runId]);
  const set = (next: number) => controller.setEntry(relevance, () => next);
  return (
    <label className={styles.relevance} data-export="leave-out">
      Relevance λ
      <HelpTip
        about="relevance"
        text="At 1, words are sorted by how often the topic has them. At 0, by how much more often than the corpus has them. At about 0.6 the words of a topic are easiest to read."
      />
      <input
        type="range"
        aria-label="Relevance"
        min={0}
        max={1}
        step={0.05}
        value={value}
        onChange={({ target }) => set(target.valueAsNumber)}
      />
      <output>{value.toFixed(2)}</output>
    </label>
  );
}
