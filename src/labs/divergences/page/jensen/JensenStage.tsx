import { useRun } from '../../../../store/context.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import type { JensenView } from '../../snapshot.ts';
import { FigureHeading } from '../FigureHeading.tsx';
import { JENSEN } from '../layouts.ts';
import { useGestures } from '../useGestures.ts';
import { keptCurveOf } from '../words.ts';
import { JensenChart } from './JensenChart.tsx';

/** Atoms under a convex function, and Jensen's gap. */
export default function JensenStage({ view }: { readonly view: JensenView }) {
  const gestures = useGestures();
  const runId = useRun((state) => state.runId);
  const isRatio = view.convex === 'ratio';
  return (
    <StageGrid
      layout={JENSEN}
      panels={{
        jensen: (
          <StagePanel
            name="Jensen’s inequality"
            part="jensen"
            litBy={['gap', 'forward']}
            heading={
              <FigureHeading
                name={`${isRatio ? 'KL(p‖q)' : 'gap'} = E f(X) − f(E X)`}
                value={view.gap}
              />
            }
          >
            <JensenChart
              {...{ view, gestures }}
              rangeKey={runId}
              ghosts={useGhosts(keptCurveOf(view))}
            />
          </StagePanel>
        ),
        figures: (
          <FiguresTable
            head={['atom', ...Array.from(view.places, (_, i) => String(i + 1))]}
            rows={[
              {
                name: isRatio ? 'q/p' : 'x',
                values: Array.from(view.places, (place) => formatFixed(place, 2)),
              },
              {
                name: isRatio ? 'p' : 'probability',
                values: Array.from(view.weights, (weight) => formatFixed(weight, 3)),
              },
              {
                name: isRatio ? '−log(q/p)' : 'f(x)',
                values: Array.from(view.values, (value) => formatFixed(value, 3)),
              },
            ]}
          />
        ),
      }}
    />
  );
}
