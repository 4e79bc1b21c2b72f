import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import type { LabController } from '../../../store/controller.ts';

/** Opens or closes the view of one iteration; training is paused before it opens. */
export async function setSlowMotion(controller: LabController, slowMotion: boolean): Promise<void> {
  if (slowMotion) await controller.pause();
  controller.run.setState({ slowMotion });
}

/**
 * A point worth following: the row the clusters are least sure about, other than those in `except`.
 */
export function undecidedRow(
  { confidence }: Pick<SvaeGmmSnapshot, 'confidence'>,
  except: readonly number[] = [],
): number {
  let best = -1;
  for (let row = 0; row < confidence.length; row++) {
    if (except.includes(row)) continue;
    if (best < 0 || confidence[row] < confidence[best]) best = row;
  }
  return Math.max(0, best);
}
