import { Fragment, memo, useMemo } from 'react';
import type { History } from '../../../../datasets/histories.ts';
import { useDocument } from '../../../../store/context.ts';
import { settingsOf } from '../../../lab.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { topics } from '../../lab.ts';
import { topicsLayers } from '../../layers.ts';
import type { TopicsSettings } from '../../settings.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useKeptRuns } from '../compare/useKeptRuns.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { type TopicLook, useTopicLooks } from '../looks.ts';
import { TopicButton } from '../TopicMark.tsx';
import common from '../topics.module.css';
import styles from './Ancestry.module.css';
import { AncestryPlot } from './AncestryPlot.tsx';
import { inOrder } from './order.ts';

export const SHARES: readonly Highlight[] = ['shares', 'topics'];
/** What the truth of a simulated history was. */
const HAPPENED: Readonly<Partial<Record<TopicsSettings['corpus'], string>>> = {
  admixture: 'What happened: Middle is a recent mixture, 60 % North and 40 % South.',
  ghost:
    'What happened: Middle is a mixture, 45 % North and 55 % a relative of South that was not sampled.',
  bottleneck:
    'What happened: Middle was never mixed. North split off from it, and drifted far in a bottleneck.',
} satisfies Record<History, string>;

const NOTHING = new Float32Array(0);
const percent = (share: number): string => `${Math.round(100 * share)} %`;

interface Strip {
  readonly id: string;
  readonly name: string;
  readonly shares: ArrayLike<number>;
  /** K */
  readonly clusters: readonly Pick<TopicLook, 'colour' | 'name'>[];
}

/** The shares of all individuals, those of runs that were kept, and the true ones. */
export const AncestryPanel = memo(function AncestryPanel() {
  const { snapshot } = useDrawn(topics);
  const corpus = useCorpus();
  const looks = useTopicLooks();
  const kept = useKeptRuns();
  const rows = useTarget('row');
  const clusters = useTarget('cluster');
  const { shown } = useLayers(topicsLayers);
  const happened = useDocument((document) => HAPPENED[settingsOf(topics, document).corpus]);
  const shares = snapshot?.shares ?? NOTHING;
  const K = looks.length;
  const individuals = useMemo(
    () => inOrder(shares, K, corpus?.labels ?? null, corpus?.groups ?? []),
    [shares, K, corpus],
  );
  const strips = useMemo((): readonly Strip[] => {
    if (!snapshot || K === 0 || shares.length === 0) return [];
    const earlier = kept.flatMap((run) =>
      run.shares?.length === (corpus?.rows ?? 0) * run.topics.length
        ? [
            {
              id: run.id,
              name: `${run.name}: K = ${run.topics.length}`,
              ...{ shares: run.shares, clusters: run.topics },
            },
          ]
        : [],
    );
    const now = { id: 'now', name: `K = ${K}`, shares, clusters: looks };
    const truth = corpus?.truth;
    if (!truth || !shown.truth) return [...earlier, now];
    // A true cluster has the colour of the one that is matched with it, else one of its own.
    const own = Array.from({ length: truth.count }, (_, k) => {
      const found = snapshot.topics.findIndex(({ match }) => match?.truth === k);
      return looks[found] ?? { colour: K + k, name: 'another cluster' };
    });
    return [
      ...[...earlier, now],
      { id: 'truth', name: 'True shares', shares: truth.shares, clusters: own },
    ];
  }, [snapshot, shares, K, looks, kept, corpus, shown.truth]);
  return (
    <StagePanel
      name="Shares of the clusters"
      part="topics"
      litBy={SHARES}
      actions={corpus?.truth && <LayerToggles of={topicsLayers} />}
    >
      <div className={styles.panel}>
        <ul className={styles.legend} aria-label="Clusters">
          {looks.map((look) => (
            <li key={look.id}>
              <TopicButton
                look={look}
                isPressed={clusters.selected === look.id}
                onClick={() => clusters.onSelect(look.id)}
              />
            </li>
          ))}
        </ul>
        <div className={styles.strips}>
          {strips.map(({ id, name, shares: its, clusters: parts }, at) => (
            <Fragment key={id}>
              <p className={common.note} data-export="text">
                {name}
              </p>
              <AncestryPlot
                shares={its}
                clusters={parts}
                label={`${name}: shares of ${individuals.order.length} individuals`}
                individuals={individuals}
                hasNames={at === strips.length - 1}
                text={(d) =>
                  `${corpus?.titles[d]}: ${parts
                    .map(({ name }, k) => ({ name, share: its[d * parts.length + k] }))
                    .sort((one, other) => other.share - one.share)
                    .map(({ name, share }) => `${name} ${percent(share)}`)
                    .join(', ')}`
                }
                {...rows}
              />
            </Fragment>
          ))}
        </div>
        <p className={styles.warning} data-export="text">
          Recent mixing, a population that was not sampled, and a bottleneck can all give such bars.{' '}
          {shown.truth && happened}
        </p>
      </div>
    </StagePanel>
  );
});
