/** Commands on how the page shows the run. */
import type { RunStore } from './run.ts';
import {
  entryIn,
  type TargetKind,
  type View,
  type ViewEntry,
  withEntry,
  withTarget,
} from './view.ts';

export class ViewCommands {
  protected readonly state: RunStore;

  constructor(state: RunStore) {
    this.state = state;
  }

  protected show(change: Partial<View>): void {
    this.state.setState(({ view }) => ({ view: { ...view, ...change } }));
  }

  /** Sets flags of the view, by the lab's names for them; null leaves a flag as the lab has it. */
  setFlags(change: Readonly<Record<string, boolean | null>>): void {
    const flags = Object.entries({ ...this.state.getState().view.flags, ...change });
    const set = flags.filter((flag): flag is [string, boolean] => flag[1] !== null);
    this.show({ flags: Object.fromEntries(set) });
  }

  /** What is under the pointer or the focus: the thing of a kind with this number; null for none. */
  hover(kind: TargetKind, id: number | null): void {
    const { hovered } = this.state.getState().view;
    const next = withTarget(hovered, kind, id);
    // Plots report every move of the pointer.
    if (next !== hovered) this.show({ hovered: next });
  }

  hoverNothing(): void {
    const { hovered } = this.state.getState().view;
    if (Object.keys(hovered).length > 0) this.show({ hovered: {} });
  }

  /** Selects the thing of a kind with this number; null for none. */
  select(kind: TargetKind, id: number | null): void {
    this.show({ selected: withTarget(this.state.getState().view.selected, kind, id) });
  }

  selectNothing(): void {
    this.show({ selected: {} });
  }

  /** Shows what the link has hidden. */
  showEverything(): void {
    this.show({ hidden: [] });
  }

  /** Points at a part of the stage, by the lab's name for it. */
  highlight(name: string | null): void {
    this.show({ highlight: name });
  }

  /** Changes what a part of the page remembers until the visit ends. */
  setEntry<Value>(entry: ViewEntry<Value>, change: (before: Value) => Value): void {
    const run = this.state.getState();
    this.state.setState({ view: withEntry(run.view, entry, change(entryIn(run, entry))) });
  }
}
