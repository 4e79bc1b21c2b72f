import { lazy, type ReactNode, Suspense, useState } from 'react';

const DialogSurface = lazy(() => import('./DialogSurface.tsx'));

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
  /** Buttons below the contents. */
  readonly footer?: ReactNode;
  /** In the middle, or from the left edge over the full height. */
  readonly placement?: 'centre' | 'drawer';
  /** Wide enough for a table, where the window is. */
  readonly isWide?: boolean;
}

/**
 * Asks for attention: keeps the focus until it is closed, by its button, Escape, Q or beside it.
 * Loaded when first opened, and kept from then on so that it can leave gently.
 */
export function Dialog(props: DialogProps) {
  const [isWanted, setIsWanted] = useState(props.open);
  if (props.open && !isWanted) setIsWanted(true);
  return isWanted ? (
    <Suspense fallback={null}>
      <DialogSurface {...props} />
    </Suspense>
  ) : null;
}
