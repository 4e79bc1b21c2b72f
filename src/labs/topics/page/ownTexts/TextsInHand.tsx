import { lazy, Suspense, useState } from 'react';
import { useTextsLoading } from './textsLoading.ts';

const TextsDialog = lazy(() => import('./TextsDialog.tsx'));

/** The dialog from the first texts on; it stays, so that it can close as dialogs do. */
export function TextsInHand() {
  const isLoading = useTextsLoading() !== null;
  const [isNeeded, setIsNeeded] = useState(isLoading);
  if (isLoading && !isNeeded) setIsNeeded(true);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <TextsDialog />
    </Suspense>
  );
}
