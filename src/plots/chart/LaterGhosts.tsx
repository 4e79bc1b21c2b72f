import { lazy, Suspense } from 'react';
import type { Ghost } from './ghost.ts';

const Ghosts = lazy(() => import('./Ghosts.tsx'));

/** Lines of other runs; what draws them is loaded with the first of them. */
export const LaterGhosts = ({ ghosts }: { readonly ghosts: readonly Ghost[] }) =>
  ghosts.length > 0 && (
    <Suspense fallback={null}>
      <Ghosts ghosts={ghosts} />
    </Suspense>
  );
