import { memo, type ReactNode } from 'react';
import { type ChoiceOption, CompactChoice } from '../../ui/Choice.tsx';
import { classNames } from '../../ui/classNames.ts';
import { formatFixed, formatMeasured } from '../../ui/numbers.ts';
import styles from './TopBar.module.css';

interface ReadoutsProps {
  /** Null while there is no run. */
  readonly step: number | null;
  /** What training raises or lowers, by its name in the lab; null where no one figure says enough. */
  readonly objective: {
    readonly name: string;
    /** Null before the first evaluation. */
    readonly value: number | null;
    /** The value is that of a moment ago. */
    readonly isPending: boolean;
  } | null;
  /** Null while not training. */
  readonly stepsPerSecond: number | null;
  /** The one in use: "wasm"; null before it is chosen. */
  readonly backend: string | null;
  /** The one asked for, among the options: "auto". */
  readonly backendChoice: string;
  readonly backendOptions: readonly ChoiceOption[];
  readonly onBackend: (choice: string) => void;
  /** Whether a teacher has hidden the choice of a backend. */
  readonly isBackendHidden: boolean;
  /** Step and objective alone. */
  readonly isBrief: boolean;
}

/** How training stands. Each number has its place, whatever its size. */
export function Readouts(props: ReadoutsProps) {
  const { step, objective, stepsPerSecond, backend, backendChoice, backendOptions, onBackend } =
    props;
  return (
    <dl className={styles.readouts}>
      <Readout name="Step" digits={7}>
        {formatFixed(step, 0)}
      </Readout>
      {objective && (
        <Readout name={objective.name} digits={9} isPending={objective.isPending}>
          {formatMeasured(objective.value, 2)}
        </Readout>
      )}
      {!props.isBrief && (
        <>
          <Readout name="Steps/s" digits={5}>
            {formatFixed(stepsPerSecond, 0)}
          </Readout>
          {!props.isBackendHidden && (
            <Readout name="Backend" digits={6} isText>
              <BackendChoice
                label="Backend"
                value={backendChoice}
                display={backend ?? '…'}
                options={backendOptions}
                onChange={onBackend}
              />
            </Readout>
          )}
        </>
      )}
    </dl>
  );
}

/** Rendered apart from the numbers, which change with each frame: a list takes longer than all of them. */
const BackendChoice = memo(CompactChoice<string>);

interface ReadoutProps {
  readonly name: string;
  readonly digits: number;
  readonly isText?: boolean;
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

function Readout({ name, digits, isText = false, isPending = false, children }: ReadoutProps) {
  return (
    <div
      className={classNames(styles.readout, isText && styles.text)}
      style={{ minWidth: `${digits}ch` }}
    >
      <dt>{name}</dt>
      <dd data-pending={isPending || undefined}>{children}</dd>
    </div>
  );
}
