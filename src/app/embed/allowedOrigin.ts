/**
 * Whose scripts may drive an embedded lab.
 *
 * An embed holds nothing of the person who looks at it: it keeps nothing, reads nothing that is kept,
 * and shows what the address of the frame says, which the page around has written. So that page may
 * drive it. Others may not: messages count only if they come from the very window around, and from
 * the origin that the browser, not the message, names for it. A link with `host` is stricter: should
 * another site show the frame, it gets no answer. Which sites may show the frame at all is up to the
 * header `frame-ancestors` of the server.
 *
 * @param ancestors `location.ancestorOrigins`, the parent's first; undefined in Firefox
 * @param referrer `document.referrer`, the address of the page around; empty where it says none
 * @returns null for none: an opaque origin, such as that of a file, cannot be told from others
 */
import { originOf } from '../../settings/embedLink.ts';

export function allowedOrigin(
  host: string | null,
  ancestors: ArrayLike<string> | undefined,
  referrer: string,
): string | null {
  return originOf(host ?? ancestors?.[0] ?? referrer);
}
