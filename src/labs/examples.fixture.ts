import type { Values } from '../settings/values.ts';
import type { AnyEngine, Dataset } from './engine.ts';
import type { OfKind } from './lab.ts';

/**
 * What tests and `npm run models` need of a lab besides its manifest and engine: each lab's folder has an
 * `examples.fixture.ts` that exports one of these as `examples`.
 */
export interface LabExamples {
  /** Settings other than the defaults for a model that trains in milliseconds. */
  readonly small: Values;
  /** Such settings again, of a model whose state does not fit the other; null where all states do. */
  readonly otherShape: Values | null;
  /** Edits after which the model is another one, with a lower bound; none where there are no edits. */
  readonly edits: readonly unknown[];
  /** Edits that change nothing of a model: probes, and values it has already. */
  readonly harmless: (snapshot: never) => readonly unknown[];
  /** A question for each kind of `inspect`. */
  readonly queries: readonly (OfKind & Readonly<Record<string, unknown>>)[];
  /**
   * For each shipped model, by the name of its file: the most characters it may have, and whether it
   * has found what it has to show.
   */
  readonly shipped: Readonly<Record<string, ShippedExample>>;
  /** Figures may be infinite: a divergence where q is zero and p is not, the ends of a range. */
  readonly mayBeInfinite?: true;
  /** What the bench times on the stage, from hand to picture; some labs have groups of their own there. */
  readonly timed?: readonly TimedExample[];
  /** The still picture on the lab's card at home, `miniature.generated.json`. */
  readonly miniature: {
    /** Of a lab that opens untrained: the preset that is trained for the picture, and how long. */
    readonly preset?: string;
    readonly steps?: number;
    of(snapshot: never, dataset: Dataset): unknown;
  };
}

export interface ShippedExample {
  /** Training steps, where they are not as many as those of most labs. */
  readonly steps?: number;
  readonly characters: number;
  /** Its figures may take long: asked for where a model is judged by them. */
  readonly isGood: (model: AnyEngine) => boolean;
}

/** Something done on the stage that the model answers with a picture. */
export interface TimedExample {
  /** In the words of the table. */
  readonly name: string;
  readonly settings: Values;
  /** Steps that are trained before; none by default. */
  readonly trained?: number;
  /** In force while it is done. */
  readonly edits?: readonly unknown[];
  /**
   * The name of a handle (the first one counts) that is dragged in circles, or that has the focus while
   * two keys are pressed, one moving it forth and one back; or a training step for each press of a key.
   */
  readonly what:
    | { readonly drag: string }
    | {
        readonly press: string;
        readonly keys: readonly [string, string];
        /** How often one is pressed before the other: once where it does nothing twice. */
        readonly inARow?: number;
      }
    | 'step';
  /** Bar and aim for the 95th percentile in milliseconds; 33 and 16 by default. */
  readonly bars?: readonly [atMost: number, aim: number];
}

/** A lab's folder has its id in camel case. */
export const folderOf = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The examples in a lab's folder. */
export async function examplesOf(id: string): Promise<LabExamples> {
  const { examples } = await import(`./${folderOf(id)}/examples.fixture.ts`);
  return examples;
}
