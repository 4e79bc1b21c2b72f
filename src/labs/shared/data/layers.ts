/** Something a stage draws or leaves out: a flag by which links carry it where it differs from `shown`. */
export interface Layer {
  readonly label: string;
  readonly help: string;
  /** Whether it is drawn where nobody has said otherwise. */
  readonly shown: boolean;
  /** Its sign on the toggle, by the names of `shared/stage/signs.tsx`; that of its own name by default. */
  readonly sign?: string;
}

/** The layers of a lab by the names that links use, in the order of the toggles. */
export type Layers<Name extends string = string> = Readonly<Record<Name, Layer>>;

/** Which layers are drawn. */
export type Shown<Name extends string> = Readonly<Record<Name, boolean>>;
