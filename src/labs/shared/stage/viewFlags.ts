/** What a stage draws or leaves out, as flags that links carry where they differ from the page's own. */
export type Flags<Name extends string> = Readonly<Record<Name, boolean>>;

type View = Readonly<Record<string, boolean>>;

/** The flags with those of a view in force; flags of other names count for nothing. */
export function flagsOf<Name extends string>(first: Flags<Name>, view: View): Flags<Name> {
  const names = Object.keys(first) as Name[];
  return Object.fromEntries(names.map((name) => [name, view[name] ?? first[name]])) as Flags<Name>;
}

/** The view with a flag set or not. */
export function withFlag<Name extends string>(
  first: Flags<Name>,
  view: View,
  name: Name,
  value: boolean,
): View {
  const { [name as string]: _, ...others } = view;
  return value === first[name] ? others : { ...others, [name]: value };
}
