/** What the page keeps on the device in `localStorage`, and a switch that has it keep nothing. */

let isKept = true;

/** For every use, as the property itself throws where storage is forbidden. */
export function onDevice(): Storage {
  if (!isKept) throw new Error('This page keeps nothing.');
  return window.localStorage;
}

/** From now on nothing is kept or read: in other people's pages. */
export function keepNothing(): void {
  isKept = false;
}

export const keepsNothing = (): boolean => !isKept;
