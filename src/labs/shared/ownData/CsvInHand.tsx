import { lazy, Suspense, useState } from 'react';
import { useCsvLoading } from './csvLoading.ts';

const CsvDialog = lazy(() =>
  import('./CsvDialog.tsx').then((module) => ({ default: module.CsvDialog })),
);

/** The dialog from the first file on; it stays, so that it can close as dialogs do. */
export function CsvInHand() {
  const isLoading = useCsvLoading() !== null;
  const [isNeeded, setIsNeeded] = useState(isLoading);
  if (isLoading && !isNeeded) setIsNeeded(true);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <CsvDialog />
    </Suspense>
  );
}
