import { useMemo, useSyncExternalStore } from 'react';

/**
 * Where in the page one is. Kept in the hash, so that the page works from any folder of any server
 * and from a file: `#/svae-gmm?settings…`.
 */
export interface Route {
  /** '/' or '/svae-gmm'. */
  readonly path: string;
  /** What follows the question mark, as it is: the lab's to read. */
  readonly linkState: string;
}

export function parseHash(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const question = text.indexOf('?');
  const rawPath = question < 0 ? text : text.slice(0, question);
  const linkState = question < 0 ? '' : text.slice(question + 1);
  const path = rawPath.replace(/\/+$/, '');
  return { path: path.startsWith('/') ? path : `/${path}`, linkState };
}

export function formatHash({ path, linkState }: Route): string {
  return linkState === '' ? `#${path}` : `#${path}?${linkState}`;
}

/** Goes to another place, as a link does; in a frame without a step for the Back of the page around. */
export function navigate(route: Route): void {
  if (window.parent === window) window.location.hash = formatHash(route);
  else window.location.replace(formatHash(route));
}

/** Whether an address shows a lab in other people's pages. */
export const isEmbedded = (hash: string): boolean => /[?&]embed=/.test(hash);

/** The present route; follows links and the browser's Back and Forward. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribeToHash, () => window.location.hash);
  return useMemo(() => parseHash(hash), [hash]);
}

function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
