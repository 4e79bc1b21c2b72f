import type { ReactElement } from 'react';
import { noRows } from '../../src/datasets/dataset.ts';
import { CompareMiniature } from '../../src/labs/compare/page/CompareMiniature.tsx';
import { ModelPlot } from '../../src/labs/compare/page/stage/ModelPlot.tsx';
import { DivergencesEngine } from '../../src/labs/divergences/engine/engine.ts';
import { withInfinities } from '../../src/labs/divergences/infinities.ts';
import { BarsChart } from '../../src/labs/divergences/page/bars/BarsChart.tsx';
import { TermsChart } from '../../src/labs/divergences/page/bars/TermsChart.tsx';
import { DensityChart } from '../../src/labs/divergences/page/densities/DensityChart.tsx';
import { IntegrandChart } from '../../src/labs/divergences/page/densities/IntegrandChart.tsx';
import { LandscapeChart } from '../../src/labs/divergences/page/densities/LandscapeChart.tsx';
import type { DivergenceGestures } from '../../src/labs/divergences/page/gestures.ts';
import { JensenChart } from '../../src/labs/divergences/page/jensen/JensenChart.tsx';
import { FactorsPlot } from '../../src/labs/divergences/page/plane/FactorsPlot.tsx';
import { StackedChart } from '../../src/labs/divergences/page/StackedChart.tsx';
import { type DivergencesSettings, divergencesTable } from '../../src/labs/divergences/settings.ts';
import type { DensitiesView } from '../../src/labs/divergences/snapshot.ts';
import { IterationPlot } from '../../src/labs/em/page/iteration/IterationPlot.tsx';
import { LandscapePlot } from '../../src/labs/em/page/landscape/LandscapePlot.tsx';
import { MixturePlot } from '../../src/labs/em/page/stage/MixturePlot.tsx';
import { EstimatorsEngine } from '../../src/labs/estimators/engine/engine.ts';
import { estimatorsLayers } from '../../src/labs/estimators/layers.ts';
import { ArrowsChart } from '../../src/labs/estimators/page/draws/ArrowsChart.tsx';
import { FunctionChart } from '../../src/labs/estimators/page/draws/FunctionChart.tsx';
import { HistogramsChart } from '../../src/labs/estimators/page/draws/HistogramsChart.tsx';
import { VarianceChart } from '../../src/labs/estimators/page/draws/VarianceChart.tsx';
import { HillChart } from '../../src/labs/estimators/page/race/HillChart.tsx';
import { ValuesChart } from '../../src/labs/estimators/page/race/ValuesChart.tsx';
import { type EstimatorsSettings, estimatorsTable } from '../../src/labs/estimators/settings.ts';
import { StatesPlot } from '../../src/labs/hmm/page/StatesPlot.tsx';
import { NetworkEngine } from '../../src/labs/meanField/engine/network/engine.ts';
import { PlaneEngine } from '../../src/labs/meanField/engine/plane/engine.ts';
import { NetworkPlot } from '../../src/labs/meanField/page/network/NetworkPlot.tsx';
import type { NetworkEditing } from '../../src/labs/meanField/page/network/networkEditing.ts';
import { PosteriorPlot } from '../../src/labs/meanField/page/plane/PosteriorPlot.tsx';
import type { PlaneSnapshot } from '../../src/labs/meanField/planeSnapshot.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../src/labs/meanField/settings.ts';
import Experts from '../../src/labs/mixtureOfExperts/page/Miniature.tsx';
import { ExpertsPlot } from '../../src/labs/mixtureOfExperts/page/stage/ExpertsPlot.tsx';
import { elboObjective } from '../../src/labs/shared/data/elboObjective.ts';
import { LatentMiniature } from '../../src/labs/shared/LatentMiniature.tsx';
import { DataSpacePlot } from '../../src/labs/shared/stage/DataSpacePlot.tsx';
import { SharesPlot } from '../../src/labs/shared/stage/SharesPlot.tsx';
import { LatentSpacePlot } from '../../src/labs/svaeGmm/page/stage/LatentSpacePlot.tsx';
import { ScanPlot } from '../../src/labs/svaeLds/page/scan/ScanPlot.tsx';
import { FrequencyMeter } from '../../src/labs/svaeLds/page/stage/FrequencyMeter.tsx';
import PhasePortrait from '../../src/labs/svaeLds/page/stage/PhasePortrait.tsx';
import ExactPosterior from '../../src/labs/vae/page/gap/ExactPosterior.tsx';
import { PosteriorPlane } from '../../src/labs/vae/page/stage/PosteriorPlane.tsx';
import { ResponsibilityBars, WeightBars } from '../../src/plots/bars/ClusterBars.tsx';
import { DimensionCosts } from '../../src/plots/bars/DimensionCosts.tsx';
import { ForceBalance } from '../../src/plots/bars/ForceBalance.tsx';
import { GapLadder } from '../../src/plots/bars/GapLadder.tsx';
import { DotStrip } from '../../src/plots/chart/DotStrip.tsx';
import { ErrorBars } from '../../src/plots/chart/ErrorBars.tsx';
import { FreeEnergyChart } from '../../src/plots/chart/FreeEnergyChart.tsx';
import type { FreeEnergySeries } from '../../src/plots/chart/freeEnergySeries.ts';
import { ObjectiveChart } from '../../src/plots/chart/ObjectiveChart.tsx';
import { RatesChart } from '../../src/plots/chart/RatesChart.tsx';
import { StepChart } from '../../src/plots/chart/StepChart.tsx';
import { TrajectoryPlot } from '../../src/plots/chart/TrajectoryPlot.tsx';
import { PlateDiagram } from '../../src/plots/diagram/PlateDiagram.tsx';
import { EigenvalueDial } from '../../src/plots/dial/EigenvalueDial.tsx';
import { NO_TURN } from '../../src/plots/dial/eigenvalues.ts';
import { PictureGallery } from '../../src/plots/encoded/PictureGallery.tsx';
import { PictureTile } from '../../src/plots/encoded/PictureTile.tsx';
import type { Size } from '../../src/plots/host/useElementSize.ts';
import DecodedPictures from '../../src/plots/layers/DecodedPictures.tsx';
import { DrawingSurface } from '../../src/plots/layers/DrawingSurface.tsx';
import { ellipseOutline } from '../../src/plots/layers/outlines.ts';
import { TransitionMatrix } from '../../src/plots/matrix/TransitionMatrix.tsx';
import { data, latent } from '../../src/plots/plane/coordinates.ts';
import { Plane } from '../../src/plots/plane/Plane.tsx';
import { StateRibbon } from '../../src/plots/ribbon/StateRibbon.tsx';
import { DynamicsMiniature } from '../../src/plots/strip/DynamicsMiniature.tsx';
import { ImageStrip } from '../../src/plots/strip/ImageStrip.tsx';
import { TransitionsPlot } from '../../src/plots/transitions/TransitionsPlot.tsx';
import { defaultValues } from '../../src/settings/values.ts';
import { boundsScenes } from './boundsScenes.tsx';
import { KeptRunsExample } from './KeptRunsExample.tsx';
import { galleryScene } from './madeUpClusters.ts';
import { madeUpDiagrams } from './madeUpDiagrams.ts';
import {
  bouncingDot,
  galleryEigenvalues,
  galleryErrors,
  galleryLatents,
  galleryMatrix,
  galleryScan,
  gallerySpectrum,
  PERIOD,
} from './madeUpDynamics.ts';
import { MESSAGES, TrackingExample } from './TrackingExample.tsx';
import { topicScenes } from './topicScenes.tsx';

/** One plot with made-up data, drawn at one size. */
export interface Scene {
  /** Of the picture's file. */
  readonly name: string;
  readonly size: Size;
  readonly plot: ReactElement;
}

const GATE = { label: 'Gate weights along x', share: 'gate weight', part: 'Expert' };

/** Two states and a gap, with what a model thinks of each step. */
const STATES = {
  values: Float32Array.from({ length: 24 }, (_, t) =>
    t === 7 ? Number.NaN : (t < 14 ? 0.3 : 0.7) + 0.08 * Math.sin(5 * t),
  ),
  clean: Float32Array.from({ length: 24 }, (_, t) => (t < 14 ? 0.3 : 0.7)),
  states: [
    { id: 0, mean: 0.31, deviation: 0.06, transition: [0.93, 0.07] },
    { id: 1, mean: 0.69, deviation: 0.08, transition: [0.12, 0.88] },
  ],
  responsibilities: Float32Array.from({ length: 48 }, (_, at) => {
    const first = 1 / (1 + Math.exp((at >> 1) - 13.5));
    return at % 2 === 0 ? first : 1 - first;
  }),
};

const PLANE: Size = { width: 300, height: 300 };
const CHART: Size = { width: 480, height: 200 };
const STRIP: Size = { width: 480, height: 110 };
const DIAGRAM: Size = { width: 270, height: 380 };
const MINIATURE: Size = { width: 240, height: 240 };

const ignore = (): void => undefined;
const RIBBON_STEPS = 80;
/** A ribbon that hesitates at its switches, with a painted stretch. */
const RIBBON = {
  label: 'State of each step',
  ...{ states: 3, steps: RIBBON_STEPS, trueColours: [0, 1, 4], hovered: null, inputEnd: 60 },
  responsibilities: Float32Array.from({ length: 3 * RIBBON_STEPS }, (_, at) => {
    const [t, k] = [Math.floor(at / 3), at % 3];
    const second = 1 / (1 + Math.exp((30 - t) / 2)) - 1 / (1 + Math.exp((52 - t) / 2));
    return k === 0 ? 0.96 * (1 - second) : k === 1 ? 0.96 * second : 0.04;
  }),
  truth: Int32Array.from({ length: RIBBON_STEPS }, (_, t) =>
    t < 5 ? 2 : t >= 28 && t < 53 ? 1 : 0,
  ),
  painted: Int32Array.from({ length: RIBBON_STEPS }, (_, t) => (t >= 28 && t < 36 ? 1 : -1)),
  onPaint: ignore,
  hoveredState: null,
  hasAxis: true,
  note: 'adjusted Rand index 0.94, oracle 0.98',
} as const;

const BRUSH = { tool: 'brush', label: 0, radius: 1.5, onAdd: ignore, onErase: ignore } as const;
const NEITHER = { hovered: null, selected: null, onHover: ignore, onSelect: ignore };
const NO_CLUSTER = {
  hoveredCluster: null,
  selectedCluster: null,
  onHoverCluster: ignore,
  onSelectCluster: ignore,
};
const MANIPULATED = { onMove: ignore, onReshape: ignore, onRemove: ignore, onRestore: ignore };
/** Kilograms, say: values of thousands, which axes write in their own way. */
const OWN_UNITS = [
  { offset: 3000, scale: 120 },
  { offset: 0, scale: 0.002 },
];

const scene = galleryScene(12, 0.4);
const samples = {
  latents: scene.samples.latents.slice(0, 100),
  data: scene.samples.data.slice(0, 100),
  clusters: scene.samples.clusters.slice(0, 50),
};
const PLANE_OF_LATENTS = {
  ...NEITHER,
  ...NO_CLUSTER,
  ...MANIPULATED,
  latents: scene.latents,
  dimension: 2,
  assignments: scene.labels,
  confidence: scene.confidence,
  clusters: scene.clusters,
  motionKey: 0,
};
const PLANE_OF_DATA = {
  ...NEITHER,
  hoveredCluster: null,
  observations: scene.observations,
  dimension: 2,
  columns: ['x₁', 'x₂'],
  motionKey: 0,
};
/** Five of the clusters, numbered from 0, as a model without unused ones has them. */
const FIVE = scene.clusters
  .filter(({ count }) => count > 1)
  .map((cluster, id) => ({ ...cluster, id, removed: false }));
const SHARES = Float64Array.from({ length: 5 * scene.labels.length }, (_, index) => {
  const [row, cluster] = [Math.floor(index / 5), index % 5];
  const sure = scene.confidence[row];
  return cluster === row % 5 ? sure : (1 - sure) / 4;
});
const MIXTURE = {
  ...NEITHER,
  ...NO_CLUSTER,
  onMove: ignore,
  observations: scene.latents,
  dimension: 2,
  columns: ['length', 'width'],
  axes: [0, 1] as const,
  responsibilities: SHARES,
  clusters: FIVE,
  motionKey: 0,
  domainKey: 0,
};
const events = [
  { step: 41, kind: 'merge', text: 'clusters 2 and 9 merged: bound + 0.31' },
  { step: 98, kind: 'split', text: 'cluster 4 split: bound + 0.12' },
];
const every = <Values extends Float64Array>(values: Values): Float64Array =>
  values.filter((_, index) => index % 25 === 0);
const steps = Float64Array.from({ length: 120 }, (_, index) => index);
const series = {
  total: every(scene.series.total),
  reconstruction: every(scene.series.reconstruction),
  localKl: every(scene.series.localKl),
  globalKl: every(scene.series.globalKl),
};

const ELBO = elboObjective('point');
const T = 40;
const DIMENSION = 4;
const INPUT_END = 24;
const latents = galleryLatents(DIMENSION, 1, INPUT_END);
const firstSteps = (values: Float64Array, columns: number): Float64Array =>
  values.slice(0, T * columns);
const STRIP_OF_DATA = {
  label: 'Observations, step by pixel',
  values: bouncingDot(PERIOD, 0.1, T),
  pixels: 12,
  steps: T,
  hovered: null,
  inputEnd: INPUT_END,
};
/** 6 steps of 3 pixels. */
const SHORT_STRIP = Array.from({ length: 18 }, (_, at) => ((at * 5) % 9) / 8);
const LANE_COUNT = 6;
const TRAJECTORIES = {
  label: 'Latents, step by step',
  latents: firstSteps(latents, DIMENSION),
  dimension: DIMENSION,
  steps: T,
  hovered: null,
  highlighted: null,
  inputEnd: INPUT_END,
};
const LANES = {
  ...TRAJECTORIES,
  latents: firstSteps(galleryLatents(LANE_COUNT, 1, INPUT_END), LANE_COUNT),
  dimension: LANE_COUNT,
};
const columnsOfStrip = Float32Array.from({ length: T * 3 }, (_, index) =>
  index % 17 === 5 ? Number.NaN : 0.5 + 0.5 * Math.sin(index / 9 + (index % 3)),
);
const DIAL = {
  label: 'Eigenvalues of the transition matrix',
  eigenvalues: galleryEigenvalues(6, []),
  learned: galleryEigenvalues(6, []),
  turns: [NO_TURN, NO_TURN, NO_TURN],
  selectedPair: 0,
  onSelectPair: ignore,
  onTurn: ignore,
};
const turned = [{ angleFactor: 1.3, radiusFactor: 0.9 }, NO_TURN, NO_TURN];
const MATRIX = {
  label: 'Transition matrix A',
  matrix: galleryMatrix(5),
  learned: galleryMatrix(5),
  dimension: 5,
  parseEntry: () => ({ ok: false, message: '' }) as const,
  onEntry: ignore,
  onColumnFactor: ignore,
};
const SCAN = {
  label: 'Period against column factor',
  scan: galleryScan(4),
  learnedPeriod: PERIOD,
  pickedColumn: null,
  onPickColumn: ignore,
};
const ERRORS = {
  label: 'Reconstruction error against the factor of one latent',
  factors: [0, 0.1, 1, 10, 100],
  xLabel: 'factor of the latent',
  yLabel: 'mean squared error',
  series: galleryErrors(),
  note: '10 runs, mean ± sd',
};

const HALF_STEPS = 16;
const course: FreeEnergySeries = {
  halfStep: Array.from({ length: HALF_STEPS }, (_, index) => index),
  mark: Array.from({ length: HALF_STEPS }, (_, index) =>
    index === 0 ? 'start' : index % 2 === 1 ? 'e' : 'm',
  ),
  logLikelihood: Array.from({ length: HALF_STEPS }, (_, index) => -4 - 2 * Math.exp(-index / 4)),
  energy: Array.from({ length: HALF_STEPS }, (_, index) => -5 - 2 * Math.exp(-index / 4)),
  entropy: Array.from({ length: HALF_STEPS }, (_, index) => 0.95 - (index % 2 === 0 ? 0.3 : 0)),
  globalKl: Array.from({ length: HALF_STEPS }, () => 0),
};
/** With priors there is no log-likelihood, but a KL to the prior; settings were changed on the way. */
const bayesian: FreeEnergySeries = {
  ...course,
  mark: course.mark.map((mark, index) => (index === 7 ? 'start' : mark)),
  logLikelihood: course.logLikelihood.map(() => null),
  globalKl: course.globalKl.map((_, index) => 0.2 + 0.02 * index),
};

const GRID = 41;
const along = Array.from({ length: GRID }, (_, g) => -5 + (10 * g) / (GRID - 1));
const gates = along.flatMap((x) => {
  const odds = [-2, 0, 2].map((middle) => Math.exp(-((x - middle) ** 2)));
  const sum = odds[0] + odds[1] + odds[2];
  return odds.map((value) => value / sum);
});
const curves = {
  x: along,
  gates,
  predictions: along.flatMap((x) => [x + 3, -x, x - 3]),
  mean: along.map(
    (x, g) => gates[3 * g] * (x + 3) - gates[3 * g + 1] * x + gates[3 * g + 2] * (x - 3),
  ),
  spread: along.map((x) => 0.5 + 0.1 * Math.abs(x)),
};
const pairs = Float32Array.from({ length: 80 }, (_, index) =>
  index % 2 === 0 ? -5 + index / 8 : curves.mean[(index - 1) / 2] + Math.sin(7 * index) / 2,
);
const EXPERTS = {
  ...NEITHER,
  observations: pairs,
  columns: ['x', 'y'],
  responsibilities: gates.slice(0, 120),
  experts: 3,
  curves,
  band: true,
  hoveredExpert: null,
  motionKey: 0,
  domainKey: 0,
};
const CELLS = 15;
const axis = Array.from({ length: CELLS }, (_, cell) => -6 + (12 * cell) / (CELLS - 1));
const LANDSCAPE = {
  domain: { x: 0, y: 0, half: 6 },
  units: [
    { offset: 0, scale: 1 },
    { offset: 0, scale: 1 },
  ] as const,
  xLabel: 'mean 1',
  yLabel: 'mean 2',
  surface: {
    cells: CELLS,
    x: axis,
    y: axis,
    values: axis.flatMap((y) =>
      axis.map((x) => -Math.min((x - 2) ** 2 + (y + 1) ** 2, (x + 3) ** 2 + (y - 2) ** 2 + 4)),
    ),
  },
  quantity: 'log-likelihood',
  path: { x: [-1, 0, 1.2, 1.8], y: [4, 2, 0, -0.7] },
  onMove: ignore,
};

const planeAfter = (settings: Partial<MeanFieldSettings>, steps: number) => {
  const engine = new PlaneEngine({
    settings: { ...defaultValues(meanFieldTable), ...settings } as MeanFieldSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  for (let step = 0; step < steps; step++) engine.train();
  return engine.snapshot();
};
/** A network after so many updates, and what the update of one of its nodes would do. */
const networkAfter = (target: MeanFieldSettings['target'], steps: number, node: number | null) => {
  const engine = new NetworkEngine({
    settings: { ...defaultValues(meanFieldTable), target } as MeanFieldSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  for (let step = 0; step < steps; step++) engine.train();
  if (node !== null) engine.setView({ node });
  const snapshot = engine.snapshot();
  return {
    snapshot,
    update: node === null ? null : snapshot.update,
    ...{ selected: null, hovered: null, onHover: ignore, onSelect: ignore },
    editing: {} as NetworkEditing,
  };
};
const NETWORK = { width: 460, height: 380 };
const ratesOf = ({ errors, chain, contraction, target }: PlaneSnapshot) => ({
  ...{ errors, contraction, name: target.names[1] },
  autocorrelation: chain?.autocorrelation ?? [],
});
const POSTERIOR = {
  ...{ isHeld: false, showsMarginals: true, showsPath: true, showsChain: true },
  ...{ onPlace: ignore, onObserve: ignore, onForget: ignore },
};

const divergencesAfter = (settings: Partial<DivergencesSettings>, steps: number) => {
  const engine = new DivergencesEngine({
    settings: { ...defaultValues(divergencesTable), ...settings } as DivergencesSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
};
const partOf = <Part extends string>(engine: DivergencesEngine, part: Part) => {
  const snapshot = withInfinities(engine.snapshot());
  if (snapshot.part !== part) throw new Error(`The part is "${snapshot.part}".`);
  return snapshot as Extract<typeof snapshot, { readonly part: Part }>;
};
const race = divergencesAfter({ target: 'unequal' }, 60);
const raced = partOf(race, 'densities') as DensitiesView;
const cutOff = partOf(divergencesAfter({ target: 'cut' }, 20), 'densities') as DensitiesView;
const barsEngine = divergencesAfter({ part: 'bars' }, 0);
barsEngine.setEdits([{ kind: 'mergeBars', after: [1] }]);
const merged = partOf(barsEngine, 'bars');
const estimatorsAfter = (settings: Partial<EstimatorsSettings>, steps = 0) => {
  const engine = new EstimatorsEngine({
    settings: { ...defaultValues(estimatorsTable), ...settings } as EstimatorsSettings,
    dataset: noRows('distribution'),
    seed: 0,
  });
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
};
const drawsAfter = (settings: Partial<EstimatorsSettings>) => {
  const snapshot = estimatorsAfter({ draws: '1000', ...settings }).snapshot();
  if (snapshot.part !== 'draws') throw new Error('These are no draws.');
  const drawn = snapshot.estimates.filter(({ id }) => estimatorsLayers[id].shown);
  return { view: snapshot, drawn, gradient: snapshot.gradient };
};
const raceAfter = (settings: Partial<EstimatorsSettings>, steps: number) => {
  const engine = estimatorsAfter({ part: 'race', ...settings }, steps);
  const view = engine.snapshot();
  if (view.part !== 'race') throw new Error('This is no race.');
  const landscape = view.hill ? null : engine.inspect({ kind: 'landscape', cells: 31 });
  return { view, racers: view.racers, landscape, failure: null };
};
const climb = raceAfter({ f: 'elbo', k: 1.5, mean: -2.5, sd: 0.6, rate: 0.05 }, 60);
const HANDLES = {} as DivergenceGestures;
/** Gestures whose handles are drawn and do nothing. */
const handles = new Proxy(HANDLES, { get: () => () => ignore });

const SIDE = 6;
const pictures = Float32Array.from({ length: 25 * SIDE * SIDE }, (_, index) => {
  const [picture, pixel] = [Math.floor(index / (SIDE * SIDE)), index % (SIDE * SIDE)];
  const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
  return Math.exp(-((x - (picture % 5)) ** 2 + (y - picture / 5) ** 2) / 3);
});
const deviations = scene.latents.map((_, index) => 0.1 + 0.05 * (index % 5));
/** A bent posterior around (0.5, 0.4), and a q that lies along it. */
const LATTICE = Float32Array.from({ length: 60 }, (_, cell) => -1 + cell / 20);
const EXACT_POSTERIOR = {
  density: {
    ...{ cells: 60, x: LATTICE, y: LATTICE },
    values: Float32Array.from({ length: 3600 }, (_, at) => {
      const [x, y] = [LATTICE[at % 60], LATTICE[Math.floor(at / 60)]];
      return Math.exp(-(((x - 0.5) / 0.3) ** 2) / 2 - ((y - 0.4 - (x - 0.5) ** 2) / 0.1) ** 2 / 2);
    }),
  },
  q: { mean: [0.5, 0.42], factor: [0.245, 0, 0.041, 0.101] },
  ...{ axes: [0, 1] as const, lineY: null },
};
const POSTERIORS = {
  ...NEITHER,
  means: scene.latents.map((value) => value / 4),
  deviations,
  correlations: null,
  dimension: 2,
  axes: [0, 1] as const,
  isLine: false,
  classes: scene.labels,
  showsPosteriors: true,
  showsPrior: true,
  grid: null,
  pictures: null,
  samples: null,
  probe: latent(0.5, -0.75),
  onProbe: ignore,
  motionKey: 0,
  posterior: { density: null, q: null, domain: null },
};
const GALLERY = {
  ...NEITHER,
  label: 'Observations',
  pictures,
  side: SIDE,
};
const MODEL = {
  ...NEITHER,
  observations: scene.observations,
  dimension: 2,
  columns: ['x₁', 'x₂'],
  axes: [0, 1] as const,
  points: scene.reconstructions,
  assignments: scene.labels,
  confidence: scene.confidence,
  oneColour: null,
  outlines: FIVE.map((cluster) => ellipseOutline(cluster, [0, 1])),
  samples,
  layers: { observations: true, points: true, outlines: true, samples: false },
  motionKey: 0,
  domainKey: 0,
  placeholder: null,
};
const prior = { ...FIVE[0], mean: [0, 0], covariance: [1, 0, 0, 1] };
const tracking = (dimension: 1 | 2, message: number): ReactElement => (
  <TrackingExample dimension={dimension} present={MESSAGES[message]} />
);

/** Every plot in the states in which it looks different. */
export const SCENES: readonly Scene[] = [
  ...planes(),
  ...miniatures(),
  ...charts(),
  ...overTime(),
  ...boundsScenes,
  ...topicScenes,
  ...diagrams(),
];

function diagrams(): Scene[] {
  return madeUpDiagrams(scene).flatMap(({ name, model, live, lit }) =>
    model
      ? [
          {
            ...{ name: `diagram-${name}`, size: DIAGRAM },
            plot: (
              <PlateDiagram
                model={model}
                label="Graphical model"
                live={live.nodes}
                counts={live.counts}
                lit={lit}
                onPoint={ignore}
                onPin={ignore}
              />
            ),
          },
        ]
      : [],
  );
}

function planes(): Scene[] {
  const plane = (name: string, plot: ReactElement): Scene => ({ name, size: PLANE, plot });
  return [
    plane('latent-space', <LatentSpacePlot {...PLANE_OF_LATENTS} />),
    plane(
      'latent-space-with-grid-and-samples',
      <LatentSpacePlot {...PLANE_OF_LATENTS} grid={scene.grid.coordinates} samples={samples} />,
    ),
    plane(
      'latent-space-with-selection',
      <LatentSpacePlot {...PLANE_OF_LATENTS} selectedCluster={3} selected={7} hovered={20} />,
    ),
    plane(
      'latent-space-with-a-cluster-emphasised',
      <LatentSpacePlot {...PLANE_OF_LATENTS} hoveredCluster={6} />,
    ),
    plane('latent-space-of-one-dimension', <LatentSpacePlot {...PLANE_OF_LATENTS} isLine />),
    plane(
      'latent-space-loading',
      <LatentSpacePlot
        {...PLANE_OF_LATENTS}
        latents={new Float32Array(0)}
        assignments={[]}
        clusters={[]}
        placeholder={{ kind: 'loading', message: 'Loading the pretrained model' }}
      />,
    ),
    plane('data-space-before-a-model', <DataSpacePlot {...PLANE_OF_DATA} labels={scene.labels} />),
    plane(
      'data-space',
      <DataSpacePlot
        {...PLANE_OF_DATA}
        reconstructions={scene.reconstructions}
        assignments={scene.labels}
        confidence={scene.confidence}
        selected={7}
        hovered={20}
      />,
    ),
    plane(
      'data-space-with-all-layers',
      <DataSpacePlot
        {...PLANE_OF_DATA}
        reconstructions={scene.reconstructions}
        assignments={scene.labels}
        grid={scene.grid}
        samples={samples}
        decoded={{ at: data(4, -3), deviation: data(1.5, 0.8) }}
        layers={{ grid: true, links: true }}
      />,
    ),
    plane('data-space-in-own-units', <DataSpacePlot {...PLANE_OF_DATA} units={OWN_UNITS} />),
    plane(
      'data-space-being-drawn',
      <DataSpacePlot
        {...PLANE_OF_DATA}
        observations={new Float32Array(0)}
        labels={[]}
        drawing={{ onPointer: ignore, surface: <DrawingSurface drawing={BRUSH} pointer={null} /> }}
        placeholder={{ kind: 'empty', message: 'Draw points with the mouse' }}
      />,
    ),
    plane('mixture', <MixturePlot {...MIXTURE} />),
    plane(
      'mixture-with-selection',
      <MixturePlot
        {...MIXTURE}
        units={OWN_UNITS}
        selectedCluster={2}
        hoveredCluster={2}
        selected={4}
      />,
    ),
    plane('mixture-before-the-first-step', <MixturePlot {...MIXTURE} responsibilities={null} />),
    plane(
      'iteration-of-a-point',
      <IterationPlot
        {...MIXTURE}
        clusters={FIVE}
        point={{ row: 3, strengths: [0.6, 0.3, 0.095, 0.005, 0] }}
        moved={null}
      />,
    ),
    plane(
      'iteration-of-a-cluster',
      <IterationPlot
        {...MIXTURE}
        clusters={FIVE}
        point={null}
        moved={{
          cluster: 1,
          shares: scene.confidence,
          after: { ...FIVE[1], mean: [0, 2], covariance: [2, 0.5, 0.5, 1] },
        }}
      />,
    ),
    plane('experts', <ExpertsPlot {...EXPERTS} />),
    plane(
      'experts-with-one-emphasised',
      <ExpertsPlot {...EXPERTS} band={false} hoveredExpert={1} selected={12} />,
    ),
    plane(
      'factorised-fits-of-a-gaussian',
      <FactorsPlot
        view={partOf(divergencesAfter({ part: 'plane' }, 200), 'plane')}
        onChange={ignore}
      />,
    ),
    plane(
      'posterior-and-factors',
      <PosteriorPlot {...POSTERIOR} snapshot={planeAfter({ correlation: 0.8 }, 5)} />,
    ),
    plane(
      'posterior-of-mean-and-precision',
      <PosteriorPlot {...POSTERIOR} snapshot={planeAfter({ target: 'normal' }, 200)} />,
    ),
    plane(
      'posterior-without-gibbs',
      <PosteriorPlot
        {...POSTERIOR}
        snapshot={planeAfter({ target: 'banana', gibbs: false }, 30)}
      />,
    ),
    {
      ...{ name: 'network-with-messages', size: NETWORK },
      plot: <NetworkPlot {...networkAfter('leak', 4, 1)} selected={1} />,
    },
    {
      ...{ name: 'network-observed', size: NETWORK },
      plot: <NetworkPlot {...networkAfter('naive-bayes', 1, null)} />,
    },
    {
      ...{ name: 'network-with-little-room', size: { width: 330, height: 300 } },
      plot: <NetworkPlot {...networkAfter('chain', 9, 2)} />,
    },
    plane('landscape', <LandscapePlot {...LANDSCAPE} />),
    plane('posteriors', <PosteriorPlane {...POSTERIORS} />),
    {
      name: 'posteriors-in-little-height',
      size: { width: 380, height: 150 },
      plot: <PosteriorPlane {...POSTERIORS} />,
    },
    plane(
      'posteriors-correlated',
      <PosteriorPlane
        {...POSTERIORS}
        correlations={Float32Array.from(scene.labels, (label) => (label % 2 ? 0.9 : -0.7))}
        selected={3}
      />,
    ),
    plane(
      'posteriors-with-grid-and-samples',
      <PosteriorPlane
        {...POSTERIORS}
        grid={[-2, -1, 0, 1, 2]}
        samples={samples.latents.map((value) => value / 4)}
        selected={3}
        hovered={9}
      />,
    ),
    plane(
      'pictures-of-a-latent-grid',
      <Plane
        of={{ xLabel: 'latent dimension 1', yLabel: 'latent dimension 2' }}
        domain={{ x: 0, y: 0, half: 4 }}
      >
        <DecodedPictures grid={[-2, 0, 2]} pictures={{ values: pictures, side: SIDE }} />
      </Plane>,
    ),
    plane(
      'posterior-of-an-observation',
      <Plane
        of={{ xLabel: 'latent dimension 1', yLabel: 'latent dimension 2' }}
        domain={{ x: 0.5, y: 0.5, half: 1.2 }}
      >
        <ExactPosterior {...EXACT_POSTERIOR} />
      </Plane>,
    ),
    plane('posteriors-of-one-dimension', <PosteriorPlane {...POSTERIORS} isLine />),
    plane('compared-model', <ModelPlot {...MODEL} />),
    plane(
      'compared-model-without-clusters',
      <ModelPlot
        {...MODEL}
        assignments={null}
        confidence={undefined}
        oneColour="#2f6f8f"
        outlines={[{ ...ellipseOutline(prior, [0, 1]), cluster: null }]}
        samples={{ data: samples.data, clusters: null }}
        layers={{ observations: false, points: true, outlines: true, samples: true }}
        selected={5}
      />,
    ),
    plane(
      'phase-portrait',
      <PhasePortrait
        {...TRAJECTORIES}
        axes={[0, 1]}
        transition={{ values: [0.97, -0.23, 0.23, 0.97], dimension: 2 }}
      />,
    ),
    plane('eigenvalues', <EigenvalueDial {...DIAL} />),
    plane(
      'eigenvalues-turned',
      <EigenvalueDial {...DIAL} eigenvalues={galleryEigenvalues(6, turned)} turns={turned} />,
    ),
    plane('eigenvalues-zoomed', <EigenvalueDial {...DIAL} isZoomed />),
    plane('eigenvalues-small', <EigenvalueDial {...DIAL} isSmall />),
    plane(
      'eigenvalues-all-real',
      <EigenvalueDial {...DIAL} eigenvalues={galleryEigenvalues(1, [])} selectedPair={null} />,
    ),
    plane('tracking-in-two-dimensions-forward', tracking(2, 21)),
    plane('tracking-in-two-dimensions-backward', tracking(2, 100)),
    plane('tracking-in-two-dimensions-sampling', tracking(2, 140)),
  ];
}

function miniatures(): Scene[] {
  const miniature = (name: string, plot: ReactElement): Scene => ({
    name: `miniature-${name}`,
    size: MINIATURE,
    plot,
  });
  return [
    miniature(
      'latents',
      <LatentMiniature
        latents={scene.latents}
        dimension={2}
        assignments={scene.labels}
        clusters={scene.clusters}
        label="Five clusters of encoded points"
      />,
    ),
    miniature(
      'dynamics',
      <DynamicsMiniature
        pixels={12}
        data={[...STRIP_OF_DATA.values]}
        prediction={[...bouncingDot(PERIOD, 0.02, T)]}
        inputEnd={INPUT_END}
        latents={[0, 1].map((latent) =>
          [...TRAJECTORIES.latents].filter((_, index) => index % DIMENSION === latent),
        )}
        label="A bouncing dot"
      />,
    ),
    miniature(
      'switching',
      <DynamicsMiniature
        pixels={3}
        data={SHORT_STRIP}
        prediction={SHORT_STRIP}
        inputEnd={4}
        states={[0, 0, 2, 2, 2, 1]}
        label="Two strips and the states"
      />,
    ),
    miniature(
      'compare',
      <CompareMiniature
        label="Four models"
        panels={[
          { points: [...scene.observations], clusters: null },
          { points: [...scene.reconstructions], clusters: [...scene.labels] },
          { points: [...scene.latents], clusters: [...scene.labels] },
          { points: [...samples.data], clusters: null },
        ]}
      />,
    ),
    miniature('experts', <Experts />),
  ];
}

function charts(): Scene[] {
  const chart = (name: string, plot: ReactElement, size = CHART): Scene => ({ name, size, plot });
  const { direction, path, components } = raced.fits[1];
  return [
    chart(
      'densities-fitted-in-both-directions',
      <DensityChart view={raced} rangeKey={0} gestures={handles} />,
    ),
    chart(
      'density-that-is-cut-off',
      <DensityChart view={cutOff} rangeKey={0} gestures={handles} />,
    ),
    chart(
      'divergence-as-an-area',
      <IntegrandChart
        direction="forward"
        xs={raced.x}
        values={raced.fits[0].integrand}
        areas="kl"
        rangeKey={0}
      />,
    ),
    chart(
      'divergence-that-is-infinite',
      <IntegrandChart
        direction="reverse"
        xs={cutOff.x}
        values={cutOff.fits[1].integrand}
        areas="kl"
        rangeKey={0}
      />,
    ),
    chart(
      'landscape-of-a-divergence',
      <LandscapeChart
        landscape={race.inspect({ kind: 'landscape', direction: 'reverse', cells: 31 })}
        {...{ direction, path }}
        component={components[0]}
        showsPoints
        gestures={handles}
      />,
    ),
    chart('bars-of-two-distributions', <BarsChart view={merged} gestures={handles} />),
    chart(
      'terms-of-a-divergence',
      <TermsChart
        direction="reverse"
        name="KL(q‖p)"
        terms={merged.reverseTerms}
        names={['1', '2–3', '4', '5']}
        sum={merged.figures.reverse}
        rangeKey={0}
      />,
    ),
    chart('f-and-q', <FunctionChart view={drawsAfter({}).view} rangeKey={0} drag={() => ignore} />),
    chart(
      'f-of-a-coin',
      <FunctionChart view={drawsAfter({ q: 'coin' }).view} rangeKey={0} drag={null} />,
    ),
    chart('estimates-as-arrows', <ArrowsChart {...drawsAfter({})} />),
    chart('histograms-of-estimates', <HistogramsChart {...drawsAfter({ q: 'coin' })} />),
    chart('variance-of-averages', <VarianceChart {...drawsAfter({ f: 'step' })} />),
    chart('race-on-a-hill', <HillChart {...climb} />),
    chart('race-of-coins', <HillChart {...raceAfter({ q: 'coin', rate: 0.5 }, 40)} />),
    chart('values-of-a-race', <ValuesChart {...climb} rangeKey={0} />),
    chart(
      'jensen',
      <JensenChart
        view={partOf(divergencesAfter({ part: 'jensen', convex: 'exp' }, 0), 'jensen')}
        rangeKey={0}
        gestures={handles}
      />,
    ),
    chart(
      'elbo-plus-kl',
      <StackedChart
        {...{ label: 'ELBO and KL', axis: 'nats', total: 'log p(x) = −2.0000' }}
        {...{ from: -6, low: -6, high: 0.5 }}
        parts={[
          { name: 'ELBO', value: 2.6, text: '−3.4000', look: 'alpha' },
          { name: 'KL(q‖p)', value: 1.4, look: 'reverse' },
        ]}
      />,
    ),
    chart(
      'elbo',
      <ObjectiveChart objective={ELBO} steps={steps} series={series} events={events} />,
    ),
    chart('kept-runs', <KeptRunsExample steps={steps} total={series.total} />),
    chart(
      'dot-strip',
      <DotStrip
        {...{ name: 'ELBO, nats per point', median: -5.3, best: 'seed 3', decimals: 3 }}
        dots={[-5.29, -5.3, -5.3, -5.21, -5.31, -5.47, -5.303].map((value, seed) => ({
          ...{ name: `seed ${seed}`, value },
        }))}
      />,
    ),
    chart(
      'elbo-before-the-first-step',
      <ObjectiveChart
        objective={ELBO}
        steps={[]}
        series={{ total: [], reconstruction: [], localKl: [], globalKl: [] }}
        placeholder={{ kind: 'empty', message: 'Press Play: the bound is drawn here step by step' }}
      />,
    ),
    chart(
      'step-chart',
      <StepChart
        label="Two curves"
        steps={steps}
        yLabel="nats per point"
        lines={[
          {
            key: 'a',
            name: 'first',
            values: series.total,
            stroke: { colour: '#24508f', width: 2 },
          },
          {
            key: 'b',
            name: 'second',
            values: series.localKl,
            stroke: { colour: '#96380f', width: 1 },
          },
        ]}
      />,
    ),
    chart('free-energy', <FreeEnergyChart series={course} domainKey={0} />),
    chart('free-energy-large', <FreeEnergyChart series={course} domainKey={0} emphasised="gap" />, {
      width: 640,
      height: 320,
    }),
    chart(
      'free-energy-with-priors',
      <FreeEnergyChart series={bayesian} domainKey={0} emphasised="entropy" />,
    ),
    chart(
      'bound-of-log-evidence',
      <FreeEnergyChart
        series={course}
        datum={null}
        words={{
          ...{ top: 'log evidence', step: 'factor update' },
          letter: (mark) => (mark === 'e' ? 'x₁' : 'x₂'),
          after: (mark) => `update of ${mark === 'e' ? 'x₁' : 'x₂'}`,
        }}
        domainKey={0}
      />,
    ),
    chart('rates', <RatesChart {...ratesOf(planeAfter({ correlation: 0.9 }, 600))} />),
    chart(
      'rates-without-a-formula',
      <RatesChart {...ratesOf(planeAfter({ target: 'banana' }, 9))} />,
    ),
    chart(
      'gate',
      <SharesPlot
        curves={{ x: curves.x, shares: curves.gates }}
        words={GATE}
        parts={3}
        xLabel="x"
        hovered={null}
        onHover={ignore}
        motionKey={0}
      />,
    ),
    chart(
      'gate-in-own-units',
      <SharesPlot
        curves={{ x: curves.x, shares: curves.gates }}
        words={GATE}
        parts={3}
        xLabel="mass"
        unit={OWN_UNITS[0]}
        hovered={1}
        onHover={ignore}
        motionKey={0}
      />,
    ),
    chart(
      'states',
      <StatesPlot
        values={STATES.values}
        name="y"
        clean={STATES.clean}
        states={STATES.states}
        responsibilities={STATES.responsibilities}
        hovered={null}
        selected={12}
        hoveredState={null}
        onMove={ignore}
      />,
    ),
    chart(
      'transitions',
      <TransitionsPlot states={STATES.states} hovered={null} onHover={ignore} />,
    ),
    chart(
      'transitions-movable',
      <TransitionsPlot
        states={STATES.states}
        removed={[1]}
        hovered={null}
        onHover={ignore}
        onMove={ignore}
      />,
    ),
    chart('state-ribbon', <StateRibbon {...RIBBON} />),
    chart('weights', <WeightBars clusters={scene.clusters} hovered={null} selected={3} />),
    chart(
      'responsibilities',
      <ResponsibilityBars responsibilities={[0.02, 0, 0, 0.71, 0.2, 0, 0.07]} hovered={3} />,
    ),
    chart(
      'dimension-costs',
      <DimensionCosts about="all data" kl={[3.2, 1.4, 0.02, 0.6]} collapsedBelow={0.1} />,
    ),
    chart(
      'gap-ladder',
      <GapLadder
        label="Gap of observation 4"
        decimals={3}
        rungs={[
          { name: 'log p(y)', value: -5.379 },
          { name: 'ELBO, best Gaussian', value: -5.486 },
          { name: 'ELBO, best diagonal', value: -5.527 },
          { name: 'ELBO, encoder’s q', value: -5.582 },
        ]}
        gaps={[
          { name: 'lost by any Gaussian', part: 0 },
          { name: 'lost by the diagonal', part: 0 },
          { name: 'lost by amortisation', part: 1 },
        ]}
      />,
    ),
    chart('force-balance', <ForceBalance gain={5.3} kl={[3.2, 1.4]} beta={1} />),
    chart('force-balance-with-large-beta', <ForceBalance gain={2.1} kl={[0.8, 0.3]} beta={4} />),
    chart('scan', <ScanPlot {...SCAN} />),
    chart('scan-with-a-column-picked', <ScanPlot {...SCAN} pickedColumn={1} />),
    chart(
      'scan-before-it-is-run',
      <ScanPlot
        {...SCAN}
        scan={null}
        placeholder={{ kind: 'empty', message: 'Scan runs every column over 0.8 to 1.2' }}
      />,
    ),
    chart(
      'frequency',
      <FrequencyMeter
        label="Period of the prediction"
        period={25.4}
        truePeriod={PERIOD}
        spectrum={gallerySpectrum(25.4)}
      />,
    ),
    chart(
      'frequency-without-a-period',
      <FrequencyMeter label="No period" period={null} spectrum={null} />,
    ),
    chart('errors', <ErrorBars {...ERRORS} />),
    chart('tracking-in-one-dimension-forward', tracking(1, 21)),
    chart('tracking-in-one-dimension-backward', tracking(1, 100)),
    chart('matrix', <TransitionMatrix {...MATRIX} />, {
      width: 320,
      height: 380,
    }),
    chart(
      'matrix-edited',
      <TransitionMatrix
        {...MATRIX}
        matrix={MATRIX.matrix.map((value, index) =>
          index === 7 ? -0.5 : value * (index % 5 === 2 ? 0.8 : 1),
        )}
        editedEntries={new Set([7])}
        factors={[1, 1, 0.8, 1, 1]}
        highlightedColumn={2}
      />,
      { width: 320, height: 380 },
    ),
    chart('picture-gallery', <PictureGallery {...GALLERY} beside={null} selected={2} />, {
      width: 240,
      height: 130,
    }),
    chart(
      'picture-gallery-with-reconstructions',
      <PictureGallery {...GALLERY} beside={pictures.map((value) => value / 2)} hovered={2} />,
      { width: 240, height: 130 },
    ),
    chart(
      'picture-tile',
      <PictureTile name="decoded" values={pictures.slice(0, 36)} side={SIDE} isProbe />,
      { width: 80, height: 80 },
    ),
  ];
}

function overTime(): Scene[] {
  const strip = (name: string, plot: ReactElement, size = STRIP): Scene => ({ name, size, plot });
  return [
    strip('strip', <ImageStrip {...STRIP_OF_DATA} onInputEnd={ignore} />),
    strip(
      'strip-with-uncertainty',
      <ImageStrip
        {...STRIP_OF_DATA}
        deviations={STRIP_OF_DATA.values.map(
          (_, index) => Math.max(0, index / 12 - INPUT_END) / 40,
        )}
        note="mean of 50 samples"
        hovered={12}
      />,
    ),
    strip(
      'strip-of-columns-with-gaps',
      <ImageStrip
        {...STRIP_OF_DATA}
        values={columnsOfStrip}
        pixels={3}
        columns={['pressure', 'flow', 'level']}
        units={[...OWN_UNITS, { offset: 0, scale: 1 }]}
        timeAxis={false}
      />,
    ),
    strip(
      'strip-before-data',
      <ImageStrip
        {...STRIP_OF_DATA}
        values={[]}
        inputEnd={null}
        placeholder={{ kind: 'empty', message: 'Choose data to see them here' }}
      />,
    ),
    strip('trajectories', <TrajectoryPlot {...TRAJECTORIES} onHighlight={ignore} />, CHART),
    strip(
      'trajectories-in-lanes',
      <TrajectoryPlot {...LANES} highlighted={1} hovered={12} onInputEnd={ignore} />,
      CHART,
    ),
  ];
}
