import { useEffect, useRef, useState } from 'react';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { announce } from '../../../../ui/LiveRegion.tsx';
import styles from '../../sideSection.module.css';
import { type RunningGif, recordGif } from './recordGif.ts';

const WIDTHS = [
  { value: '480', label: '480 pixels' },
  { value: '720', label: '720 pixels' },
] as const;

const LENGTHS = [
  { value: 'stop', label: 'Until I stop' },
  { value: '5 s', label: '5 seconds' },
  { value: '10 s', label: '10 seconds' },
  { value: '20 s', label: '20 seconds' },
  { value: '25 frames', label: '25 frames' },
  { value: '50 frames', label: '50 frames' },
] as const;

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'recording'; readonly frames: number; readonly ms: number }
  | { readonly phase: 'writing'; readonly frames: number };

/**
 * A moving picture of a part of the stage, as it looks from now on.
 *
 * @param picture the part by its name in the page
 */
export default function GifRecorder({ picture }: { readonly picture: string }) {
  const controller = useController();
  const [width, setWidth] = useState<(typeof WIDTHS)[number]['value']>('480');
  const [length, setLength] = useState<(typeof LENGTHS)[number]['value']>('10 s');
  const [state, setState] = useState<State>({ phase: 'idle' });
  const running = useRef<RunningGif | null>(null);
  useEffect(() => () => running.current?.cancel(), []);

  async function start() {
    const [count, unit] = length === 'stop' ? [Number.POSITIVE_INFINITY, 's'] : length.split(' ');
    setState({ phase: 'recording', frames: 0, ms: 0 });
    announce('Recording.');
    try {
      running.current = recordGif(controller, {
        picture,
        width: Number(width),
        mostMs: unit === 's' ? 1000 * Number(count) : Number.POSITIVE_INFINITY,
        mostFrames: unit === 'frames' ? Number(count) : Number.POSITIVE_INFINITY,
        onProgress: (progress) => setState({ phase: 'recording', ...progress }),
        onWriting: (frames) => setState({ phase: 'writing', frames }),
      });
      const saved = await running.current.saved;
      announce(saved ? 'The GIF is saved.' : 'The recording was discarded.');
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      controller.tell({ id: 'export', kind: 'problem', text: `Nothing was saved: ${text}` });
    }
    running.current = null;
    setState({ phase: 'idle' });
  }

  const isIdle = state.phase === 'idle';
  return (
    <>
      <Choice
        label="Width of the GIF"
        value={width}
        options={WIDTHS}
        onChange={setWidth}
        disabled={!isIdle}
      />
      <Choice
        label="Length of the GIF"
        value={length}
        options={LENGTHS}
        onChange={setLength}
        disabled={!isIdle}
      />
      <p className={styles.text}>{inWords(state)}</p>
      <div className={styles.buttons}>
        <Way isOpen={isIdle} onClick={() => void start()}>
          Record
        </Way>
        <Way isOpen={state.phase === 'recording'} onClick={() => running.current?.stop()}>
          Stop and save
        </Way>
        <Way isOpen={!isIdle} onClick={() => running.current?.cancel()}>
          Discard
        </Way>
      </div>
    </>
  );
}

interface WayProps {
  readonly isOpen: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** Not `disabled`: the focus stays on what one has pressed, and a second press of the key does not end it. */
function Way({ isOpen, onClick, children }: WayProps) {
  return (
    <Button size="small" aria-disabled={!isOpen} onClick={isOpen ? onClick : undefined}>
      {children}
    </Button>
  );
}

function inWords(state: State): string {
  if (state.phase === 'idle')
    return 'Press Record, then train or drag. The picture is taken 8 times a second.';
  const frames = state.frames === 1 ? '1 frame' : `${state.frames} frames`;
  if (state.phase === 'writing') return `Writing ${frames} …`;
  return `Recording: ${frames}, ${(state.ms / 1000).toFixed(1)} s`;
}
