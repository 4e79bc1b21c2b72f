import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { periodText } from '../../../../plots/dial/eigenvalues.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { formatDigits, formatFixed, formatMeasured } from '../../../../ui/numbers.ts';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StageStrip } from '../../../shared/stage/StageStrip.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';
import { dialPairsOf, largestInWords } from '../editing/dialPairs.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import { absentInWords } from '../editing/ldsEditWords.ts';
import { growsWithoutBound } from '../editing/stability.ts';
import styles from './MotionStrip.module.css';

/** The motion of the system, and the edits that lie over it. */
export const MotionStrip = memo(function MotionStrip() {
  const editing = useDynamicsEditing();
  const { snapshot } = useDrawn(svaeLds);
  const strip = useRef<HTMLElement>(null);
  return (
    <StageStrip ref={strip} tabIndex={-1} aria-label="Motion and edits">
      <div className={styles.state}>
        {snapshot ? (
          <Figures snapshot={snapshot} onScaleBack={editing.scaleBack} strip={strip} />
        ) : null}
      </div>
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
  if (trouble !== null) {
    return (
      <div role="alert" className={styles.alarm}>
        <Icon name="problem" />
        <p className={styles.text}>{trouble}</p>
      </div>
    );
  }
  // Those that stand next to each other to be compared have the same digits.
  const inWords = (error: number | null) =>
    naiveErrors === null ? formatMeasured(error, 4) : inDigits(error);
  return (
    <>
      <dl className={styles.numbers}>
        <div className={styles.period}>
          <dt data-tooltip="Steps after which a sample of the prediction repeats itself. The mean of the samples may fade; a sample does not.">
            Period of the prediction
          </dt>
          <dd>{period === null ? '–' : `${periodText(period)} steps`}</dd>
        </div>
        <div>
          <dt data-tooltip="The largest modulus of all eigenvalues of the transition matrix, real ones included">
            Spectral radius of A
          </dt>
          <dd>
            {formatFixed(spectralRadius, 3)} <span className={styles.whose}>({largest})</span>
          </dd>
        </div>
        <div>
          <dt>Error before the line</dt>
          <dd>{inWords(errors.seen)}</dd>
        </div>
        <div>
          <dt>after it</dt>
          <dd>{inWords(errors.ahead)}</dd>
        </div>
        {naiveErrors !== null && (
          <div>
            <dt data-tooltip="Errors after the line, of forecasts that repeat the last value or the last period">
              last value{naiveErrors.seasonal !== null && ' / period'}
            </dt>
            <dd>
              {inDigits(naiveErrors.lastValue)}
              {naiveErrors.seasonal !== null && ` / ${inDigits(naiveErrors.seasonal)}`}
            </dd>
          </div>
        )}
      </dl>
      {absentPairs.length > 0 && <Waiting text={absentInWords(absentPairs)} />}
    </>
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
    <div className={styles.alarm}>
      <Icon name="problem" />
      <p className={styles.text} data-tooltip={trouble ?? undefined}>
        {text}
        {heldFrom !== null && (
          <span className={styles.more}>. Its size is held from step {heldFrom} on.</span>
        )}
      </p>
      <Button ref={button} size="small" onClick={onScaleBack}>
        Scale back to the unit circle
      </Button>
    </div>
  );
}
