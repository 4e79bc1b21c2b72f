import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { DensitiesView } from '../../snapshot.ts';
import { DensitiesPanel, LandscapePanel, landscapeOf } from '../densities/panels.tsx';
import { IDENTITY } from '../layouts.ts';
import { StackedChart } from '../StackedChart.tsx';
import styles from '../Stage.module.css';
import { nats } from '../words.ts';

/** Nats to the left of the evidence that are always in sight. */
const LEFT = 4;

/** log p(x) = ELBO + KL: the parts move with q, their sum stays. */
export default function IdentityStage({ view }: { readonly view: DensitiesView }) {
  const { split } = view;
  if (!split) return null;
  const { logEvidence, energy, entropy, elbo, kl } = split;
  const low = Math.floor(Math.min(logEvidence - LEFT, Math.max(elbo - 0.5, logEvidence - 12)));
  const high = Math.max(0.5, logEvidence + 0.5);
  // A bound far to the left, or infinitely far, begins at the edge.
  const start = Math.max(low, elbo);
  return (
    <StageGrid
      layout={IDENTITY}
      panels={{
        main: <DensitiesPanel view={view} />,
        identity: (
          <StagePanel
            name="log p(x) = ELBO + KL(q‖p)"
            part="identity"
            litBy={['elbo', 'reverse', 'evidence']}
          >
            <StackedChart
              label="log p(x), ELBO and KL"
              axis="nats"
              from={low}
              low={low}
              high={high}
              total={`log p(x) = ${nats(logEvidence)}`}
              parts={[
                { name: 'ELBO', value: start - low, text: nats(elbo), look: 'alpha' },
                { name: 'KL(q‖p)', value: logEvidence - start, text: nats(kl), look: 'reverse' },
              ]}
            />
          </StagePanel>
        ),
        landscape: <LandscapePanel {...landscapeOf(view.fits[0])} hasToggles />,
        known: (
          <div className={styles.known}>
            <FiguresTable
              head={['figure', 'value', 'without log p(x)?']}
              rows={[
                { name: 'E log p(x, z) under q', values: [nats(energy), 'yes'] },
                { name: 'entropy of q', values: [nats(entropy), 'yes'] },
                { name: 'ELBO = their sum', values: [nats(elbo), 'yes'] },
                { name: 'KL(q‖p) = log p(x) − ELBO', values: [nats(kl), 'up to a constant'] },
                {
                  name: 'KL(p‖q)',
                  values: [nats(view.fits[0].figures.forward), 'no: a mean under p'],
                },
              ]}
            />
          </div>
        ),
      }}
    />
  );
}
