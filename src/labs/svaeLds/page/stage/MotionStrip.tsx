import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { periodText } from '../../../../plots/dial/eigenvalues.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { formatDigits, formatFixed, formatMeasured } from '../../../../ui/numbers.ts';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StageStrip } from '../../../shared/stage/StageStrip.tsx';
import { StripAlarm, StripFigure, StripFigures } from '../../../shared/stage/StripFigures.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';
import { dialPairsOf, largestInWords } from '../editing/dialPairs.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import { absentInWords } from '../editing/ldsEditWords.ts';
import { growsWithoutBound } from '../editing/stability.ts';
import styles from './MotionStrip.module.css';

/** The motion of the system, and the edits that lie over it. */
export default memo(function MotionStrip() {
  const editing = useDynamicsEditing();
  const { snapshot } = useDrawn(svaeLds);
  const strip = useRef<HTMLElement>(null);
  return (
    <StageStrip ref={strip} tabIndex={-1} aria-label="Motion and edits">
      {snapshot ? (
        <Figures snapshot={snapshot} onScaleBack={editing.scaleBack} strip={strip} />
      ) : (
        <span />
      )}
      <EditsOverModel clear={editing.clear} bake={editing.bake} />
    </StageStrip>
  );
});

interface FiguresProps {
  readonly snapshot: SvaeLdsSnapshot;
  readonly onScaleBack: () => void;
  /** Around all this. */
  readonly strip: RefObject<HTMLElement | null>;
}

function Figures(props: FiguresProps) {
  const { snapshot } = props;
  const { period, spectralRadius, errors, naiveErrors, absentPairs, trouble } = snapshot;
  const turns = useEditsOf(svaeLds, 'turnEigenvalue');
  const largest = useMemo(() => largestInWords(dialPairsOf(snapshot, turns)), [snapshot, turns]);
  // Data that grow are learned by a model that grows a little: its figures are what one came for.
  const isAlarming = snapshot.edited || snapshot.heldFrom !== null || trouble !== null;
  if (isAlarming && growsWithoutBound(spectralRadius)) {
    return <Growth {...props} />;
  }
  if (trouble !== null) return <StripAlarm text={trouble} />;
  // Those that stand next to each other to be compared have the same digits.
  const inWords = (error: number | null) =>
    naiveErrors === null ? formatMeasured(error, 4) : inDigits(error);
  return (
    <StripFigures beside={absentPairs.length > 0 && <Waiting text={absentInWords(absentPairs)} />}>
      <StripFigure
        name="Period of the prediction"
        help="Steps after which a sample of the prediction repeats itself. The mean of the samples may fade; a sample does not."
        // The meter of frequencies writes it, too.
        isSpare
      >
        {period === null ? '–' : `${periodText(period)} steps`}
      </StripFigure>
      <StripFigure
        name="Spectral radius of A"
        help="The largest modulus of all eigenvalues of the transition matrix, real ones included"
      >
        {formatFixed(spectralRadius, 3)} <span className={styles.whose}>({largest})</span>
      </StripFigure>
      <StripFigure name="Error before the line">{inWords(errors.seen)}</StripFigure>
      <StripFigure name="after it">{inWords(errors.ahead)}</StripFigure>
      {naiveErrors !== null && (
        <StripFigure
          name={`last value${naiveErrors.seasonal === null ? '' : ' / period'}`}
          help="Errors after the line, of forecasts that repeat the last value or the last period"
        >
          {inDigits(naiveErrors.lastValue)}
          {naiveErrors.seasonal !== null && ` / ${inDigits(naiveErrors.seasonal)}`}
        </StripFigure>
      )}
    </StripFigures>
  );
}

const inDigits = (error: number | null) => (error === null ? '–' : formatDigits(error));

function Waiting({ text }: { readonly text: string }) {
  useEffect(() => announce(text), [text]);
  return (
    <p className={styles.waiting}>
      <Icon name="info" /> {text}
    </p>
  );
}

function Growth({ snapshot, onScaleBack, strip }: FiguresProps) {
  const { spectralRadius, heldFrom, trouble } = snapshot;
  const text = `The system is unstable: spectral radius ${formatFixed(spectralRadius, 2)}`;
  // Announced once, not again with each number during a drag.
  const [first] = useState(text);
  useEffect(() => announce(first), [first]);
  // The button goes when the growth does: the focus that is on it stays near.
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own !== null && own === document.activeElement) strip.current?.focus();
    };
  }, [strip]);
  return (
    <StripAlarm
      isSilent
      help={trouble ?? undefined}
      text={
        <>
          {text}
          {heldFrom !== null && (
            <span className={styles.more}>. Its size is held from step {heldFrom} on.</span>
          )}
        </>
      }
    >
      <Button ref={button} size="small" onClick={onScaleBack}>
        Scale back to the unit circle
      </Button>
    </StripAlarm>
  );
}
