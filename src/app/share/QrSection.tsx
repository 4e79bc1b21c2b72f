import { lazy, Suspense } from 'react';

const QrCode = lazy(() => import('./QrCode.tsx'));

/** The link as a picture that a phone reads; its encoder is fetched when it is unfolded. */
export function QrSection({ href }: { readonly href: string }) {
  return (
    <Suspense fallback={null}>
      <QrCode text={href} />
    </Suspense>
  );
}
