/** A view with its entries and nothing else of a controller. */
import { entryIn, PLAIN_VIEW, type ViewEntry, withEntry } from './view.ts';

export function viewEntries() {
  let view = PLAIN_VIEW;
  return {
    get view() {
      return view;
    },
    get: <Value>(entry: ViewEntry<Value>): Value => entryIn({ view }, entry),
    setEntry<Value>(entry: ViewEntry<Value>, change: (before: Value) => Value): void {
      view = withEntry(view, entry, change(entryIn({ view }, entry)));
    },
  };
}
