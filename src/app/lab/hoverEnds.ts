import type { LabController } from '../../store/controller.ts';

/**
 * Ends the highlight under the pointer where a plot gets no event for it: during a drag, and when
 * the element under the pointer is removed. Touch has no hover: a tapped element stays highlighted.
 */
export function endHovers(controller: LabController, signal: AbortSignal): void {
  const end = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    controller.hoverNothing();
  };
  const endOutside = (event: PointerEvent): void => {
    const isOnPlot = event.target instanceof Element && event.target.closest('.plot') !== null;
    // A cluster the keyboard is on is lit as long as it has the focus.
    if (!isOnPlot && document.querySelector('.plot :focus-visible') === null) end(event);
  };
  document.addEventListener('gotpointercapture', end, { signal });
  document.addEventListener('pointerover', endOutside, { signal });
}
