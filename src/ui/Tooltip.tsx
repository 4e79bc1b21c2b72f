import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import popup from './popup.module.css';

export interface TooltipProps {
  readonly text: string;
  /** The one element that shows the tooltip; it must be named without it. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A short hint for mouse and keyboard users. Nothing may be said here alone. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={popup.positioner}>
          <Base.Popup className={`${popup.popup} ${popup.tooltip}`}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Around the page: the first tooltip waits, its neighbours follow at once. */
export const TooltipProvider = Base.Provider;
