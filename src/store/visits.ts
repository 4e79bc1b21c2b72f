/**
 * A visit is the time from one opened link, kept work or shipped model to the next. What parts of
 * the page note for themselves outside the run, and not for longer than a visit, ends here.
 */
const endings: (() => void)[] = [];

/** Has `end` called whenever another visit begins. */
export function atEndOfVisit(end: () => void): void {
  endings.push(end);
}

/** Ends the visit there was. */
export function endVisit(): void {
  for (const end of endings) end();
}
