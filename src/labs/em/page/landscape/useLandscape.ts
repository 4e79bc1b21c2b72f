import { useEffect, useState } from 'react';
import { useController } from '../../../../store/context.ts';
import { em } from '../../lab.ts';
import type { LandscapeQuery } from '../../landscapeQuery.ts';
import type { EmLandscape } from '../../snapshot.ts';

/** While the model changes, the surface follows about this often. */
const FOLLOW_MS = 120;

interface Answer {
  readonly landscape: EmLandscape | null;
  /** Why there is none, in words. */
  readonly failure: string | null;
}

/**
 * The landscape of the model as it stands, kept up to date while the model changes: one question at
 * a time, the next when the last is answered.
 *
 * @param query null asks nothing; otherwise the same object as long as it asks the same
 */
export function useLandscape(query: LandscapeQuery | null): Answer {
  const controller = useController();
  const [answer, setAnswer] = useState<Answer>({ landscape: null, failure: null });
  useEffect(() => {
    if (query === null) {
      setAnswer({ landscape: null, failure: null });
      return;
    }
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let asked: unknown = null;
    const ask = async (): Promise<void> => {
      const { snapshot, phase } = controller.run.getState();
      if (isAsking || snapshot === null || snapshot === asked || phase === 'opening') return;
      isAsking = true;
      asked = snapshot;
      const next = await controller
        .inspect(em, query)
        .then((landscape): Answer => ({ landscape, failure: null }))
        .catch(
          (error: unknown): Answer => ({
            landscape: null,
            failure: error instanceof Error ? error.message : String(error),
          }),
        );
      if (!isWanted) return;
      setAnswer(next);
      timer = setTimeout(() => {
        isAsking = false;
        void ask();
      }, FOLLOW_MS);
    };
    void ask();
    const forget = controller.run.subscribe(() => void ask());
    return () => {
      isWanted = false;
      clearTimeout(timer);
      forget();
    };
  }, [controller, query]);
  return answer;
}
