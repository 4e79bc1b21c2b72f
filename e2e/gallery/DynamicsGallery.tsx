import { useMemo, useRef, useState } from 'react';
import { ErrorBars } from '../../src/plots/chart/ErrorBars.tsx';
import { FrequencyMeter } from '../../src/plots/chart/FrequencyMeter.tsx';
import { ScanPlot } from '../../src/plots/chart/ScanPlot.tsx';
import { TrajectoryPlot } from '../../src/plots/chart/TrajectoryPlot.tsx';
import { EigenvalueDial } from '../../src/plots/dial/EigenvalueDial.tsx';
import type { Turn } from '../../src/plots/dial/eigenvalues.ts';
import { NO_TURN } from '../../src/plots/dial/eigenvalues.ts';
import { PhasePortrait } from '../../src/plots/dynamics/PhasePortrait.tsx';
import type { ParseEntry } from '../../src/plots/matrix/MatrixCells.tsx';
import { TransitionMatrix } from '../../src/plots/matrix/TransitionMatrix.tsx';
import { toSvgString } from '../../src/plots/pen/exportPicture.ts';
import { ImageStrip } from '../../src/plots/strip/ImageStrip.tsx';
import type { GesturePhase } from '../../src/plots/useManipulation.ts';
import {
  bouncingDot,
  dotDeviations,
  galleryEigenvalues,
  galleryErrors,
  galleryLatents,
  galleryMatrix,
  galleryScan,
  gallerySpectrum,
  PERIOD,
  PIXELS,
  STEPS,
} from './madeUpDynamics.ts';
import { MESSAGES, TrackingExample } from './TrackingExample.tsx';

const FACTORS = [0, 0.1, 1, 10, 100];
const parseEntry: ParseEntry = (text) => {
  const value = Number(text.replace('−', '-'));
  return text.trim() !== '' && Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, message: `“${text}” is not a number. Type a number such as 0.5.` };
};

export interface DynamicsGalleryProps {
  /** d. */
  readonly dimension: number;
}

/** Every picture of the dynamics with made-up data, for looking at them while working on them. */
export function DynamicsGallery({ dimension }: DynamicsGalleryProps) {
  const [inputEnd, setInputEnd] = useState<number | null>(120);
  const [hovered, setHovered] = useState<number | null>(null);
  const [latent, setLatent] = useState<number | null>(null);
  const [column, setColumn] = useState<number | null>(null);
  const [withDeviations, setWithDeviations] = useState(false);
  const [factors, setFactors] = useState<readonly number[]>(() => Array(dimension).fill(1));
  const [entries, setEntries] = useState<ReadonlyMap<number, number>>(new Map());
  const [pair, setPair] = useState<number | null>(0);
  const [turns, setTurns] = useState<readonly Turn[]>([NO_TURN, NO_TURN, NO_TURN]);
  const [message, setMessage] = useState(29);
  const [log, setLog] = useState('');
  const [saved, setSaved] = useState('');
  const page = useRef<HTMLElement>(null);

  const note = (what: string, phase?: GesturePhase): void =>
    setLog((known) => `${known}\n${what}${phase === undefined ? '' : ` ${phase}`}`);
  const angleFactor = turns[0].angleFactor;
  const data = useMemo(() => bouncingDot(PERIOD, 0.1), []);
  const prediction = useMemo(() => bouncingDot(PERIOD / angleFactor, 0.02), [angleFactor]);
  const deviations = useMemo(() => dotDeviations(inputEnd), [inputEnd]);
  const latents = useMemo(
    () => galleryLatents(dimension, angleFactor, inputEnd),
    [dimension, angleFactor, inputEnd],
  );
  const eigenvalues = useMemo(() => galleryEigenvalues(dimension, turns), [dimension, turns]);
  const learned = useMemo(() => galleryEigenvalues(dimension, []), [dimension]);
  const learnedMatrix = useMemo(() => galleryMatrix(dimension), [dimension]);
  const matrix = useMemo(
    () =>
      learnedMatrix.map(
        (value, index) => (entries.get(index) ?? value) * factors[index % dimension],
      ),
    [learnedMatrix, entries, factors, dimension],
  );
  const edited = useMemo(() => new Set(entries.keys()), [entries]);
  const spectrum = useMemo(() => gallerySpectrum(PERIOD / angleFactor), [angleFactor]);
  const scan = useMemo(() => galleryScan(dimension), [dimension]);
  const errors = useMemo(() => galleryErrors(), []);
  const present = MESSAGES[message];
  const moveInputEnd = (step: number | null, phase: GesturePhase): void => {
    setInputEnd(step);
    note(`inputEnd ${step}`, phase);
  };
  const shared = { hovered, onHover: setHovered, inputEnd };

  return (
    <main ref={page}>
      <h1>Pictures of dynamics</h1>
      <p>
        <label>
          <input
            type="checkbox"
            checked={withDeviations}
            onChange={(event) => setWithDeviations(event.target.checked)}
          />{' '}
          Uncertainty
        </label>{' '}
        <button type="button" onClick={() => setMessage((m) => (m + 1) % MESSAGES.length)}>
          Next message
        </button>{' '}
        <button
          type="button"
          onClick={() => page.current !== null && setSaved(toSvgString(page.current))}
        >
          Export
        </button>
      </p>
      <div className="stage">
        <section aria-label="Observations" className="strip">
          <ImageStrip
            {...shared}
            label="Observations, step by pixel"
            values={data}
            pixels={PIXELS}
            steps={STEPS}
            timeAxis={false}
            onInputEnd={moveInputEnd}
          />
        </section>
        <section aria-label="Prediction" className="strip">
          <ImageStrip
            {...shared}
            label="Prediction, step by pixel"
            values={prediction}
            pixels={PIXELS}
            steps={STEPS}
            deviations={withDeviations ? deviations : null}
            note="mean of 50 samples"
          />
        </section>
        <section aria-label="Latent trajectories" className="lanes">
          <TrajectoryPlot
            {...shared}
            label="Latents, step by step"
            latents={latents.means}
            deviations={latents.deviations}
            dimension={dimension}
            steps={STEPS}
            highlighted={latent}
            onHighlight={setLatent}
          />
        </section>
        <section aria-label="Phase portrait">
          <PhasePortrait
            {...shared}
            label="Latent 1 against latent 2"
            latents={latents.means}
            dimension={dimension}
            axes={[0, Math.min(1, dimension - 1)]}
            transition={dimension > 1 ? { values: [0.97, -0.23, 0.23, 0.97], dimension: 2 } : null}
          />
        </section>
        <section aria-label="Eigenvalues">
          <EigenvalueDial
            label="Eigenvalues of the transition matrix"
            eigenvalues={eigenvalues}
            learned={learned}
            turns={turns}
            selectedPair={pair}
            onSelectPair={setPair}
            onTurn={(k, angle, radius, phase) => {
              note(`turn ${k} ${angle.toFixed(3)} ${radius.toFixed(3)}`, phase);
              setTurns((known) =>
                known.map((turn, index) =>
                  index === k ? { angleFactor: angle, radiusFactor: radius } : turn,
                ),
              );
            }}
          />
        </section>
        <section aria-label="Transition matrix" className="matrix">
          <TransitionMatrix
            label="Transition matrix A"
            matrix={matrix}
            learned={learnedMatrix}
            dimension={dimension}
            factors={factors}
            editedEntries={edited}
            highlightedColumn={column}
            onHighlightColumn={setColumn}
            parseEntry={parseEntry}
            onEntry={(row, to, value) => {
              note(`entry ${row} ${to} ${value}`);
              setEntries((known) => new Map(known).set(row * dimension + to, value));
            }}
            onResetEntry={(row, to) => {
              note(`reset ${row} ${to}`);
              setEntries(
                (known) => new Map([...known].filter(([key]) => key !== row * dimension + to)),
              );
            }}
            onColumnFactor={(to, factor, phase) => {
              note(`factor ${to} ${factor}`, phase);
              setFactors((known) => known.map((old, index) => (index === to ? factor : old)));
            }}
          />
        </section>
        <section aria-label="Scan" className="chart">
          <ScanPlot
            label="Period against column factor"
            scan={scan}
            learnedPeriod={PERIOD}
            pickedColumn={column}
            onPickColumn={setColumn}
          />
        </section>
        <section aria-label="Frequency" className="chart">
          <FrequencyMeter
            label="Period of the prediction"
            period={PERIOD / angleFactor}
            truePeriod={PERIOD}
            spectrum={spectrum}
          />
        </section>
        <section aria-label="Errors" className="chart">
          <ErrorBars
            label="Reconstruction error against the factor of one latent"
            factors={FACTORS}
            xLabel="factor of the latent"
            yLabel="mean squared error"
            series={errors}
            note="10 runs, mean ± sd"
          />
        </section>
        <TrackingExample dimension={2} present={present} />
        <TrackingExample dimension={1} present={present} />
        <section aria-label="Nothing yet" className="strip">
          <ImageStrip
            label="Nothing observed yet"
            values={[]}
            pixels={PIXELS}
            steps={STEPS}
            inputEnd={null}
            hovered={null}
            placeholder={{ kind: 'empty', message: 'Choose data to see them here' }}
          />
        </section>
        <section aria-label="Scan before it is run" className="chart">
          <ScanPlot
            label="Period against column factor, not run yet"
            scan={null}
            pickedColumn={null}
            placeholder={{ kind: 'empty', message: 'Scan runs every column over 0.8 to 1.2' }}
          />
        </section>
        <section aria-label="No period" className="chart">
          <FrequencyMeter label="No period" period={null} spectrum={null} />
        </section>
      </div>
      <output data-log={log} data-export-length={saved.length} hidden>
        {saved}
      </output>
    </main>
  );
}
