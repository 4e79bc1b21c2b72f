import { useController, useDocument, useLab, useRun } from '../../store/context.ts';
import { isShipped } from '../../store/document.ts';
import { isOpenIn } from '../labRunner.ts';
import type { TransportProps } from '../topBar/Transport.tsx';
import { isTraining } from './LabReadouts.tsx';

/** Play, Pause, Step and Reset, bound to the store. */
export function useTransport(): TransportProps {
  const controller = useController();
  const phase = useRun((run) => run.phase);
  const isOurs = useDocument(isOpenIn(useLab().id));
  return {
    playing: isTraining(phase),
    disabled: !isOurs || phase === 'opening' || phase === 'failed',
    isShipped: useDocument(({ origin }) => isShipped(origin)),
    onPlay: () => void controller.play(),
    onContinue: () => void controller.play({ continues: true }),
    onPause: () => void controller.pause(),
    onStep: () => void controller.step(),
    onReset: () => void controller.reset(),
  };
}
