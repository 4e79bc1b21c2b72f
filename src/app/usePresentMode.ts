import { useCallback, useEffect, useState } from 'react';

export interface PresentMode {
  readonly presenting: boolean;
  readonly toggle: () => void;
}

/**
 * The projector's view: larger type, settings and explanation out of the way, full screen where
 * the browser lets it. Ends with the full screen (Escape), with the button, or with the page.
 */
export function usePresentMode(): PresentMode {
  const [presenting, setPresenting] = useState(false);

  useEffect(() => {
    if (!presenting) return;
    const root = document.documentElement;
    root.toggleAttribute('data-present', true);
    // Refused in frames and on phones; then the view alone is what there is.
    root.requestFullscreen?.().catch(() => undefined);

    const end = () => setPresenting(false);
    const onFullscreenChange = () => {
      if (!document.fullscreenElement) end();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) end();
    };
    document.addEventListener('fullscreenchange', onFullscreenChange);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreenChange);
      window.removeEventListener('keydown', onKeyDown);
      root.removeAttribute('data-present');
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [presenting]);

  const toggle = useCallback(() => setPresenting((now) => !now), []);
  return { presenting, toggle };
}
