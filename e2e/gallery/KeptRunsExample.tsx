import { countAxis, linearAxis } from '../../src/plots/chart/axes.ts';
import { Chart } from '../../src/plots/chart/Chart.tsx';
import Ghosts from '../../src/plots/chart/Ghosts.tsx';

interface KeptRunsExampleProps {
  readonly steps: ArrayLike<number>;
  readonly total: ArrayLike<number>;
}

const X = countAxis('step', { low: 0, high: 150 });
const Y = linearAxis('nats per point', { low: -14, high: 0 });

/** Lines of six kept runs, some of which end side by side. */
export function KeptRunsExample({ steps, total }: KeptRunsExampleProps) {
  const ghosts = Array.from({ length: 6 }, (_, mark) => {
    const length = mark < 4 ? steps.length : Math.ceil(steps.length / 2);
    return {
      ...{ mark, name: `Run ${mark}` },
      xs: Array.from(steps).slice(0, length),
      values: Array.from(total, (value) => value - 0.6 * mark).slice(0, length),
    };
  });
  return (
    <Chart label="ELBO of kept runs" x={X} y={Y}>
      <Ghosts ghosts={ghosts} />
    </Chart>
  );
}
