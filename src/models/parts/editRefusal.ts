/** Why an edit from a link, a file or a script is not taken, in words. */
import * as v from 'valibot';

/** An Error that names the bad value of an edit and what is expected. */
export function editRefusal(issue: v.BaseIssue<unknown>, edit: unknown): Error {
  const place = v.getDotPath(issue);
  const where = place ? ` at "${place}"` : '';
  const text = JSON.stringify(edit) ?? String(edit);
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return new Error(`This edit is not valid${where}: ${inWords(issue)}. It reads ${shown}.`);
}

/** The library's own sentences speak of types. */
function inWords({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'variant') {
    if (expected === 'Object') return 'it must be an object with a "kind"';
    const kinds = expected?.replace(/[()"]/g, '').replaceAll(' | ', ', ');
    const found = received === 'undefined' ? 'nothing' : received;
    return `it must be one of ${kinds}, not ${found}`;
  }
  if (type !== 'strict_object') return message;
  return expected === 'never' ? 'there is no such value in this kind of edit' : 'it is missing';
}
