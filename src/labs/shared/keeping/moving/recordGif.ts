/** Records a part of the stage and saves it as a GIF. */

import { gifAside } from '../../../../files/gifAside.ts';
import { mostFrames as fitting } from '../../../../files/gifLimits.ts';
import { pictureIn, pixelsOf } from '../../../../plots/pen/exportPicture.ts';
import type { LabController } from '../../../../store/controller.ts';
import { fileName, partOfStage, runName, saveFile } from '../exports.ts';
import { type Progress, record } from './record.ts';

export interface GifRequest {
  readonly picture: string;
  /** Pixels */
  readonly width: number;
  readonly mostMs: number;
  readonly mostFrames: number;
  readonly onProgress: (progress: Progress) => void;
  readonly onWriting: (frames: number) => void;
}

export interface RunningGif {
  /** Whether a file was saved; false after `cancel`. */
  readonly saved: Promise<boolean>;
  /** Ends the recording; what there is is written. */
  stop(): void;
  cancel(): void;
}

const FRAMES_A_SECOND = 8;

/** @throws Error where the part is not shown */
export function recordGif(controller: LabController, request: GifRequest): RunningGif {
  const { picture, onProgress, onWriting } = request;
  const first = pictureIn(partOfStage(picture));
  const { width } = request;
  const size = { width, height: Math.round((width * first.height) / first.width) };
  const sink = gifAside(size);
  let isStopped = false;
  let cancel = () => {};
  const cancelled = new Promise<null>((resolve) => {
    cancel = () => {
      isStopped = true;
      resolve(null);
    };
  });
  const written = async () => {
    const frames = await record({
      take() {
        const now = pictureIn(partOfStage(picture));
        return { look: now.svg, pixels: () => pixelsOf(now, size) };
      },
      add: sink.add,
      every: 1000 / FRAMES_A_SECOND,
      mostFrames: Math.min(request.mostFrames, fitting(size)),
      mostMs: request.mostMs,
      isStopped: () => isStopped,
      onProgress,
    });
    onWriting(frames);
    return sink.finish();
  };
  const save = async () => {
    try {
      const bytes = await Promise.race([written(), cancelled]);
      if (!bytes) return false;
      const name = fileName(runName(controller), picture === 'stage' ? '' : picture, 'gif');
      saveFile(name, new Blob([bytes]), 'image/gif');
      return true;
    } finally {
      isStopped = true;
      sink.dispose();
    }
  };
  return {
    saved: save(),
    stop() {
      isStopped = true;
    },
    cancel,
  };
}
