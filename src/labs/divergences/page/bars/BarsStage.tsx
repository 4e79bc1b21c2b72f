import { useMemo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import type { BarsView } from '../../snapshot.ts';
import { FigureHeading } from '../FigureHeading.tsx';
import { BARS } from '../layouts.ts';
import { StackedChart } from '../StackedChart.tsx';
import styles from '../Stage.module.css';
import { useGestures } from '../useGestures.ts';
import { drawnOf, keptCurveOf, NAMES, nats, sizeOf } from '../words.ts';
import { BarsChart } from './BarsChart.tsx';
import { TermsChart } from './TermsChart.tsx';

/** Two distributions over a few outcomes, and their divergences term by term. */
export default function BarsStage({ view }: { readonly view: BarsView }) {
  const gestures = useGestures();
  const { figures, merged, p } = view;
  const { entropyP, forward, crossEntropy } = figures;
  const high = Math.ceil(2 * (Number.isFinite(crossEntropy) ? crossEntropy : 3)) / 2;
  return (
    <StageGrid
      layout={BARS}
      panels={{
        bars: (
          <StagePanel
            name="Both distributions"
            part="bars"
            litBy={['p', 'q']}
            actions={
              <fieldset className={styles.merging} aria-label="Merge neighbours">
                <span aria-hidden="true">Merge</span>
                {Array.from({ length: p.length - 1 }, (_, after) => (
                  <Button
                    // biome-ignore lint/suspicious/noArrayIndexKey: a border between two outcomes has no other name than its place
                    key={after}
                    size="small"
                    aria-pressed={merged.includes(after)}
                    aria-label={`Merge outcomes ${after + 1} and ${after + 2}`}
                    onClick={() => gestures.toggleMerge(after)}
                  >
                    {after + 1}+{after + 2}
                  </Button>
                ))}
              </fieldset>
            }
          >
            <BarsChart {...{ view, gestures }} ghosts={useGhosts(keptCurveOf(view))} />
          </StagePanel>
        ),
        forward: <TermsPanel view={view} direction="forward" />,
        reverse: <TermsPanel view={view} direction="reverse" />,
        sum: (
          <StagePanel
            name="Cross-entropy = entropy of p + KL(p‖q)"
            part="cross-entropy"
            litBy={['forward']}
          >
            <StackedChart
              label="Cross-entropy and its parts"
              axis="nats"
              from={0}
              low={0}
              high={high}
              total={`cross-entropy ${nats(crossEntropy)}`}
              parts={[
                { name: 'entropy of p', value: entropyP, look: 'p' },
                { name: NAMES.forward, value: forward, look: 'forward' },
              ]}
            />
          </StagePanel>
        ),
      }}
    />
  );
}

const CHI_AXES = { forward: '(p − q)²/q', reverse: '(q − p)²/p' } as const;
const UNMERGED = {
  forward: 'unmergedForward',
  reverse: 'unmergedReverse',
  chiForward: 'unmergedChiForward',
  chiReverse: 'unmergedChiReverse',
} as const;

interface TermsPanelProps {
  readonly view: BarsView;
  readonly direction: 'forward' | 'reverse';
}

function TermsPanel({ view, direction }: TermsPanelProps) {
  const runId = useRun((state) => state.runId);
  const { figures, groups, p } = view;
  const names = useMemo(
    () =>
      groups.map((first, group) => {
        const last = (groups[group + 1] ?? p.length) - 1;
        return first === last ? String(first + 1) : `${first + 1}–${last + 1}`;
      }),
    [groups, p.length],
  );
  const { name, figure } = drawnOf(view.areas, direction);
  const before = figures[UNMERGED[figure]];
  return (
    <StagePanel
      name={`Terms of ${name}`}
      part={`terms-${direction}`}
      litBy={[direction]}
      heading={
        <FigureHeading name={name} value={figures[figure]} look={direction}>
          {view.merged.length > 0 && (
            <span className={styles.aside}>before merging {sizeOf(before)}</span>
          )}
        </FigureHeading>
      }
    >
      <TermsChart
        {...{ direction, name, names }}
        terms={view[`${figure}Terms`]}
        sum={figures[figure]}
        rangeKey={`${runId} ${view.areas}`}
        {...(view.areas === 'chi' && { axis: CHI_AXES[direction] })}
      />
    </StagePanel>
  );
}
