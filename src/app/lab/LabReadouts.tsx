import { useCallback } from 'react';
import { headlineOf } from '../../labs/lab.ts';
import type { BackendName } from '../../networks/backend.ts';
import { useController, useDocument, useLab, useRun } from '../../store/context.ts';
import type { Phase } from '../../store/run.ts';
import { isOpenIn } from '../labRunner.ts';
import { Readouts } from '../topBar/Readouts.tsx';

const BACKENDS: readonly { readonly value: BackendName | 'auto'; readonly label: string }[] = [
  { value: 'auto', label: 'Auto' },
  { value: 'wasm', label: 'WASM' },
  { value: 'webgl', label: 'WebGL' },
  { value: 'cpu', label: 'CPU' },
];

export const isTraining = (phase: Phase): boolean => phase === 'playing' || phase === 'training';

interface LabReadoutsProps {
  readonly isBrief: boolean;
  /** A teacher has hidden the choice of a backend. */
  readonly isBackendHidden: boolean;
}

/** How training stands, bound to the store: of the bar this alone renders again with each frame. */
export function LabReadouts({ isBrief, isBackendHidden }: LabReadoutsProps) {
  const controller = useController();
  const lab = useLab();
  const phase = useRun((run) => run.phase);
  const step = useRun((run) => run.step);
  const settings = useDocument((document) => document.settings);
  const name = useRun((run) => headlineOf(lab, settings, run)?.name);
  const value = useRun((run) => headlineOf(lab, settings, run)?.value ?? null);
  const isPending = useRun(
    (run) => run.isObjectivePending && headlineOf(lab, settings, run) !== null,
  );
  const isKnown = useDocument(isOpenIn(lab.id)) && phase !== 'failed';
  const stepsPerSecond = useRun((run) => run.stepsPerSecond);
  const backend = useRun((run) => run.backend);
  const backendChoice = useRun((run) => run.backendChoice);
  const switchBackend = useCallback(
    (choice: string) => {
      const known = BACKENDS.find(({ value: one }) => one === choice);
      if (known) void controller.backends.switchTo(known.value);
    },
    [controller],
  );
  return (
    <Readouts
      isBrief={isBrief}
      step={isKnown ? step : null}
      objective={name === undefined ? null : { name, value: isKnown ? value : null, isPending }}
      stepsPerSecond={isTraining(phase) ? stepsPerSecond : null}
      backend={backend}
      isBackendHidden={isBackendHidden}
      backendChoice={backendChoice}
      backendOptions={BACKENDS}
      onBackend={switchBackend}
    />
  );
}
