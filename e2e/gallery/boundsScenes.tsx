/** Plots of importance-weighted bounds, of annealing and of the particle filter, by their own engines. */
import { AnnealingModel } from '../../src/labs/bounds/engine/annealing.ts';
import { FilterModel } from '../../src/labs/bounds/engine/filter.ts';
import { SignalModel } from '../../src/labs/bounds/engine/signal.ts';
import { WeightsModel } from '../../src/labs/bounds/engine/weights.ts';
import { BridgeChart } from '../../src/labs/bounds/page/annealing/BridgeChart.tsx';
import { EnclosureChart } from '../../src/labs/bounds/page/annealing/EnclosureChart.tsx';
import { EffectiveChart } from '../../src/labs/bounds/page/filter/EffectiveChart.tsx';
import { LikelihoodChart } from '../../src/labs/bounds/page/filter/LikelihoodChart.tsx';
import { ParticlesChart } from '../../src/labs/bounds/page/filter/ParticlesChart.tsx';
import { SignalChart } from '../../src/labs/bounds/page/signal/SignalChart.tsx';
import { SetPlot } from '../../src/labs/bounds/page/slow/SetPlot.tsx';
import { BoundChart } from '../../src/labs/bounds/page/weights/BoundChart.tsx';
import { DensityChart } from '../../src/labs/bounds/page/weights/DensityChart.tsx';
import { HistogramChart } from '../../src/labs/bounds/page/weights/HistogramChart.tsx';
import { boundsTable } from '../../src/labs/bounds/settings.ts';
import { defaultValues } from '../../src/settings/values.ts';
import type { Scene } from './scenes.tsx';

const drag = () => () => {};
const settings = defaultValues(boundsTable);
const weights = new WeightsModel(settings, 0).view();
const signal = new SignalModel({ ...settings, mean: 1.3, sd: 0.8, samples: 100 }, 0).view();
const annealing = new AnnealingModel({ ...settings, bridgeSteps: 6 }, 0).view();
const filter = new FilterModel({ ...settings, particles: 12, observations: 16 }, 0);
for (let step = 0; step < 12; step++) filter.train();
const filtered = { view: filter.view(), rangeKey: 0 };

export const boundsScenes: readonly Scene[] = [
  {
    name: 'what-q-becomes',
    size: { width: 420, height: 300 },
    plot: <DensityChart view={weights} hasImplicit drag={drag} />,
  },
  {
    name: 'bound-over-draws',
    size: { width: 420, height: 300 },
    plot: <BoundChart view={weights} rangeKey={0} drag={drag} />,
  },
  {
    name: 'log-of-average-weights',
    size: { width: 420, height: 300 },
    plot: <HistogramChart view={weights} />,
  },
  {
    name: 'signal-of-gradients',
    size: { width: 520, height: 320 },
    plot: (
      <SignalChart drawn={signal.gradients} sizes={signal.line.sizes} samples={signal.samples} />
    ),
  },
  {
    name: 'weights-of-one-set',
    size: { width: 420, height: 400 },
    plot: <SetPlot view={weights} stage="average" />,
  },
  {
    name: 'bridge-of-annealing',
    size: { width: 420, height: 400 },
    plot: <BridgeChart view={annealing} drag={drag} />,
  },
  {
    name: 'log-z-enclosed',
    size: { width: 420, height: 360 },
    plot: <EnclosureChart view={annealing} drag={drag} />,
  },
  {
    name: 'particles-over-time',
    size: { width: 520, height: 260 },
    plot: <ParticlesChart {...filtered} />,
  },
  {
    name: 'particles-that-count',
    size: { width: 520, height: 160 },
    plot: <EffectiveChart view={filtered.view} />,
  },
  {
    name: 'estimates-of-a-likelihood',
    size: { width: 420, height: 360 },
    plot: <LikelihoodChart {...filtered} />,
  },
];
