import { memo, useEffect, useMemo, useRef } from 'react';
import type { FreeEnergyPart } from '../../../plots/chart/FreeEnergyChart.tsx';
import type { FreeEnergySeries } from '../../../plots/chart/freeEnergySeries.ts';
import { useLab, useRun } from '../../../store/context.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { useWantsOwnData } from '../ownData/useWantsOwnData.ts';
import { AscentFrame } from '../stage/AscentFrame.tsx';
import { chartEvents, lastEventInWords } from '../stage/eventLog.ts';
import { type Ascent, seriesOf } from './ascent.ts';
import { type AscentKind, ascentInWords } from './ascentInWords.ts';
import styles from './FreeEnergyPanel.module.css';

export interface FreeEnergyPanelProps {
  /** Null before there is a model. */
  readonly ascent: Ascent | null;
  readonly kind: AscentKind;
  /** A sentence on where the run began. */
  readonly beginning?: string | null;
}

const NO_DATA = 'The ELBO appears here once there are points.';
const NOTHING: FreeEnergySeries = {
  halfStep: [],
  mark: [],
  logLikelihood: [],
  energy: [],
  entropy: [],
  globalKl: [],
};

/** The names by which formulas point at parts of the chart. */
const PARTS: Readonly<Record<string, FreeEnergyPart>> = {
  logLikelihood: 'logLikelihood',
  gap: 'gap',
  freeEnergy: 'freeEnergy',
  entropy: 'entropy',
  energy: 'energy',
};
const LIT_BY = Object.keys(PARTS);

/** Log-likelihood and ELBO of EM, the gap between them, and whether either has fallen. */
export const FreeEnergyPanel = memo(function FreeEnergyPanel(props: FreeEnergyPanelProps) {
  const { ascent, kind, beginning = null } = props;
  const { datum } = useLab();
  const isWanting = useWantsOwnData();
  const highlight = useRun(({ view }) => view.highlight);
  const history = useRun((state) => state.history);
  const series = useMemo(
    () => (ascent && !isWanting ? seriesOf(ascent) : NOTHING),
    [ascent, isWanting],
  );
  const last = useMemo(() => lastEventInWords(chartEvents(history.events)), [history]);
  const isEmpty = ascent === null || isWanting;
  const isConverged = !isEmpty && ascent.converged && !ascent.edited;
  useRestInWords(isConverged);
  const check = isEmpty ? '' : ascentInWords(kind, { ...ascent, converged: isConverged });
  const news = isEmpty ? null : last;
  return (
    <AscentFrame
      part="free-energy"
      litBy={LIT_BY}
      isConverged={isConverged}
      {...{ datum, series }}
      emphasised={highlight === null ? null : (PARTS[highlight] ?? null)}
      placeholder={isWanting ? { kind: 'empty', message: NO_DATA } : null}
    >
      <p className={styles.check} data-export="text">
        {check}
      </p>
      {beginning !== null && !isEmpty && <p data-export="text">{beginning}</p>}
      <p className={styles.news} data-export="text">
        {news}
      </p>
    </AscentFrame>
  );
});

/** Says why playing has ended by itself. */
function useRestInWords(isConverged: boolean): void {
  const isPlaying = useRun(({ phase }) => phase === 'playing');
  const wasPlaying = useRef(false);
  useEffect(() => {
    if (wasPlaying.current && !isPlaying && isConverged) {
      announce('EM has converged: nothing moves any more.');
    }
    wasPlaying.current = isPlaying;
  }, [isPlaying, isConverged]);
}
