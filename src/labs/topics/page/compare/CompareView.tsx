import {
  useController,
  useDocument,
  useExports,
  useRun,
  useSnapshot,
} from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { classNames } from '../../../../ui/classNames.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { Scrolling } from '../../../../ui/Scrolling.tsx';
import { settingsOf } from '../../../lab.ts';
import { keepRun, keptOf } from '../../../shared/runs/keptRuns.ts';
import { topics } from '../../lab.ts';
import type { RunDetails } from '../../runDetails.ts';
import type { TopicsSnapshot } from '../../snapshot.ts';
import { useTopicLooks } from '../looks.ts';
import { TopicMark } from '../TopicMark.tsx';
import common from '../topics.module.css';
import styles from './Compare.module.css';
import { detailsOf } from './detailsOf.ts';
import { useKeptRuns } from './useKeptRuns.ts';

interface ShownRun extends RunDetails {
  readonly id: string;
  readonly name: string;
  readonly seed: number;
  readonly alpha: unknown;
}

/** The run that is shown next to those that were kept, a row for each colour. */
export default function CompareView() {
  const controller = useController();
  const exports = useExports();
  const snapshot: TopicsSnapshot | null = useSnapshot(topics);
  const dataset = useRun((state) => state.dataset);
  const looks = useTopicLooks();
  const seed = useDocument((document) => document.seed);
  const { alpha } = useDocument((document) => settingsOf(topics, document));
  const kept = useKeptRuns();
  if (!snapshot || looks.length !== snapshot.topics.length) return null;
  const now = { id: 'now', name: 'Now', seed, alpha, ...detailsOf(snapshot, dataset, looks) };
  const runs: readonly ShownRun[] = [...kept, now];
  const colours = [...new Set(runs.flatMap((run) => run.topics.map(({ colour }) => colour)))].sort(
    (a, b) => a - b,
  );
  // Runs of other corpora are kept, too, but not seen here.
  const forgetShown = () =>
    controller.setKept(
      keptOf(controller).filter(({ id }) => kept.every((shown) => shown.id !== id)),
    );
  return (
    <div className={common.view}>
      <div className={common.row}>
        <Button
          size="small"
          variant="primary"
          disabled={!exports}
          onClick={() => void keepRun(controller, exports)}
        >
          Keep this run
        </Button>
        <Button size="small" disabled={kept.length === 0} onClick={forgetShown}>
          Forget all
        </Button>
        <p className={classNames(common.note, styles.note)}>
          Keep a run, change K, α or the seed, and press Play: topics with the same words keep their
          colour.
        </p>
      </div>
      <Scrolling label="Runs next to each other">
        <table className={classNames(common.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              {runs.map((run) => (
                <th key={run.id} scope="col">
                  {run.name}: K = {run.topics.length}, α = {String(run.alpha)}, seed {run.seed}
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
                    <td key={run.id}>
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
      </Scrolling>
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
