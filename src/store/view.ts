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
  readonly selected: Targets;
  /** What a link says of entries, by their names: read by the entry when its part of the page asks. */
  readonly notes: Readonly<Record<string, unknown>>;
}

export interface View extends LinkedView {
  /** Under the pointer or the focus. */
  readonly hovered: Targets;
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
  selected: {},
  notes: {},
  hovered: {},
  highlight: null,
  slowMotion: false,
  entries: new Map(),
};

/** Something that a part of the page remembers for the time of a visit. */
export interface ViewEntry<Value> {
  readonly initial: Value;
  /** Absent: links do not carry it. */
  readonly linked?: {
    /** In links, among those of the same lab. */
    readonly name: string;
    /** What a link says, which may be anything; undefined where that is no such value. */
    readonly read: (note: unknown) => Value | undefined;
    /** The plain value that a link says; as it is where this is absent. */
    note?(value: Value): unknown;
  };
}

/** Each call makes an entry of its own: call it once, at the top of a module. */
export function viewEntry<Value>(
  initial: Value,
  linked?: NonNullable<ViewEntry<Value>['linked']>,
): ViewEntry<Value> {
  if (!linked) return { initial };
  let last: { readonly note: unknown; readonly value: Value | undefined } | null = null;
  return {
    initial,
    linked: {
      ...linked,
      // The same value for the same note: components compare by identity.
      read(note) {
        if (last?.note !== note) last = { note, value: linked.read(note) };
        return last?.value;
      },
    },
  };
}

/** The value of an entry in a run. */
export function entryIn<Value>(
  { view }: { readonly view: Pick<View, 'entries' | 'notes'> },
  entry: ViewEntry<Value>,
): Value {
  // `withEntry` is the only writer, and takes a value of the entry's type.
  if (view.entries.has(entry as never)) return view.entries.get(entry as never) as Value;
  const { linked, initial } = entry;
  const isNoted = linked !== undefined && linked.name in view.notes;
  return (isNoted ? linked.read(view.notes[linked.name]) : undefined) ?? initial;
}

/** The notes of a link to this view: those of entries that have changed take the place of earlier ones. */
export function notesOf({ entries, notes }: Pick<View, 'entries' | 'notes'>): LinkedView['notes'] {
  const changed: Record<string, unknown> = { ...notes };
  for (const [entry, value] of entries) {
    const { initial, linked } = entry as ViewEntry<unknown>;
    if (!linked) continue;
    if (value === initial) delete changed[linked.name];
    else changed[linked.name] = linked.note ? linked.note(value) : value;
  }
  return changed;
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
