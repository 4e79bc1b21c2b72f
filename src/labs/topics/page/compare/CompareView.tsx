import {
  useController,
  useDocument,
  useRun,
  useSnapshot,
  useViewEntry,
} from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { classNames } from '../../../../ui/classNames.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { settingsOf } from '../../../lab.ts';
import { type KeptRun, MOST_KEPT } from '../../keptRuns.ts';
import { topics } from '../../lab.ts';
import type { TopicsSnapshot } from '../../snapshot.ts';
import { knownBy, type TopicLook, useTopicLooks } from '../looks.ts';
import { TopicMark } from '../TopicMark.tsx';
import common from '../topics.module.css';
import styles from './Compare.module.css';
import { keptRuns } from './runs.ts';

const WORDS = 6;

const lastOf = (values: ArrayLike<number> | null): number | null =>
  values && values.length > 0 ? values[values.length - 1] : null;

/** The run that is shown, as it is kept. */
function useThisRun(): KeptRun | null {
  const snapshot: TopicsSnapshot | null = useSnapshot(topics);
  const dataset = useRun((state) => state.dataset);
  const looks: readonly TopicLook[] = useTopicLooks();
  const { corpus, alpha, eta } = useDocument((document) => settingsOf(topics, document));
  if (!snapshot || looks.length !== snapshot.topics.length) return null;
  const [course] = snapshot.courses;
  return {
    ...{ number: -1, corpus, alpha, eta },
    elbo: lastOf(course?.elbo ?? null),
    perplexity: lastOf(course?.perplexity ?? null),
    topics: snapshot.topics.map((topic, k) => ({
      ...looks[k],
      share: topic.share,
      words: knownBy(topic, k, snapshot, dataset).slice(0, WORDS),
    })),
    shares: snapshot.shares,
  };
}

/** The run that is shown next to those that were kept, a row for each colour. */
export default function CompareView() {
  const controller = useController();
  const kept = useViewEntry(keptRuns);
  const now = useThisRun();
  if (now === null) return null;
  const runs = [...kept.filter(({ corpus }) => corpus === now.corpus), now];
  const colours = [...new Set(runs.flatMap((run) => run.topics.map(({ colour }) => colour)))].sort(
    (a, b) => a - b,
  );
  const keep = () =>
    controller.setEntry(keptRuns, (all) =>
      [...all, { ...now, number: (all.at(-1)?.number ?? -1) + 1 }].slice(-MOST_KEPT),
    );
  return (
    <div className={common.view}>
      <div className={common.row}>
        <Button size="small" variant="primary" onClick={keep}>
          Keep this run
        </Button>
        <Button
          size="small"
          disabled={kept.length === 0}
          onClick={() => controller.setEntry(keptRuns, () => keptRuns.initial)}
        >
          Forget all
        </Button>
        <p className={classNames(common.note, styles.note)}>
          Keep a run, change K, α or the seed, and press Play: topics with the same words keep their
          colour.
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label="Runs next to each other">
        <table className={classNames(common.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              {runs.map(({ number, topics: its, alpha }) => (
                <th key={number} scope="col">
                  {number < 0 ? 'Now' : `Run ${number + 1}`}: K = {its.length}, α = {alpha}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <FiguresRow name="ELBO" values={runs.map(({ elbo }) => elbo)} decimals={3} />
            <FiguresRow
              name="Perplexity"
              values={runs.map(({ perplexity }) => perplexity)}
              decimals={1}
            />
            {colours.map((colour) => (
              <tr key={colour}>
                <th scope="row">
                  <TopicMark of={colour} />{' '}
                  {
                    runs.flatMap((run) => run.topics).findLast((topic) => topic.colour === colour)
                      ?.name
                  }
                </th>
                {runs.map((run) => {
                  const topic = run.topics.find((its) => its.colour === colour);
                  return (
                    <td key={run.number}>
                      {topic
                        ? `${(100 * topic.share).toFixed(0)} %: ${topic.words.join(', ')}`
                        : '–'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface FiguresRowProps {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly decimals: number;
}

const FiguresRow = ({ name, values, decimals }: FiguresRowProps) =>
  values.every((value) => value === null) ? null : (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, run) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the row
        <td key={run}>{formatFixed(value, decimals)}</td>
      ))}
    </tr>
  );
