/**
 * How the page shows the run, for the time of a visit: another link, kept work or shipped model begins
 * with a view of its own.
 */

/** What can be pointed at and chosen in all linked plots alike. */
export type TargetKind = 'row' | 'cluster' | 'node';

/** At most one target of each kind, by its number from 0. */
export type Targets = Readonly<Partial<Record<TargetKind, number>>>;

/** The part of the view that links carry. */
export interface LinkedView {
  /** What the stage draws or leaves out other than it would by itself, by the lab's own names. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** Parts of the page, and settings, that the link has hidden. */
  readonly hidden: readonly string[];
}

export interface View extends LinkedView {
  /** Under the pointer or the focus. */
  readonly hovered: Targets;
  readonly selected: Targets;
  /** What a formula points at, by the lab's own names for the parts of its stage. */
  readonly highlight: string | null;
  /** One iteration is being stepped through for one point; training rests. */
  readonly slowMotion: boolean;
  /** What parts of the page remember besides; absent: as the entry begins. */
  readonly entries: ReadonlyMap<ViewEntry<never>, unknown>;
}

/** A view before any change. */
export const PLAIN_VIEW: View = {
  flags: {},
  hidden: [],
  hovered: {},
  selected: {},
  highlight: null,
  slowMotion: false,
  entries: new Map(),
};

/** Something that a part of the page remembers for the time of a visit; links do not carry it. */
export interface ViewEntry<Value> {
  readonly initial: Value;
}

/** Each call makes an entry of its own: call it once, at the top of a module. */
export const viewEntry = <Value>(initial: Value): ViewEntry<Value> => ({ initial });

/** The value of an entry in a run. */
export function entryIn<Value>(
  { view }: { readonly view: Pick<View, 'entries'> },
  entry: ViewEntry<Value>,
): Value {
  // `withEntry` is the only writer, and takes a value of the entry's type.
  return view.entries.has(entry as never)
    ? (view.entries.get(entry as never) as Value)
    : entry.initial;
}

export const withEntry = <Value>(view: View, entry: ViewEntry<Value>, value: Value): View => ({
  ...view,
  entries: new Map(view.entries).set(entry as never, value),
});

/** Targets with another one of a kind; null for none. The same object where nothing changes. */
export function withTarget(targets: Targets, kind: TargetKind, id: number | null): Targets {
  if ((targets[kind] ?? null) === id) return targets;
  const { [kind]: _, ...others } = targets;
  return id === null ? others : { ...others, [kind]: id };
}
