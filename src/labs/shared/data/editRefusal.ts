/** Why an edit from a link, a file or a script is not taken, in words. */
import * as v from 'valibot';
import { shortened } from '../../../settings/words.ts';

/** Checks an edit from a link, a file or a script. Throws an Error that names the bad value. */
export const editParser =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (edit: unknown): v.InferOutput<Schema> => {
    const result = v.safeParse(schema, edit);
    if (result.success) return result.output;
    throw editRefusal(result.issues[0], edit);
  };

/** An Error that names the bad value of an edit and what is expected. */
export function editRefusal(issue: v.BaseIssue<unknown>, edit: unknown): Error {
  const place = v.getDotPath(issue);
  const where = place ? ` at "${shortened(place)}"` : '';
  return new Error(`This edit is not valid${where}: ${inWords(issue)}. It reads ${asRead(edit)}.`);
}

/** `parseEdit` of a model that takes none. */
export function refusesEdits(reason: string): (edit: unknown) => never {
  return (edit) => {
    throw new Error(`${reason} This edit reads ${asRead(edit)}.`);
  };
}

const asRead = (edit: unknown): string => shortened(JSON.stringify(edit) ?? String(edit), 80);

/** The library's own sentences speak of types. */
function inWords({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'variant') {
    if (expected === 'Object') return 'it must be an object with a "kind"';
    const kinds = expected?.replace(/[()"]/g, '').replaceAll(' | ', ', ');
    const found = received === 'undefined' ? 'nothing' : shortened(received);
    return `it must be one of ${kinds}, not ${found}`;
  }
  if (type !== 'strict_object') return message;
  return expected === 'never' ? 'there is no such value in this kind of edit' : 'it is missing';
}
