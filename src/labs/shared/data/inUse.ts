/**
 * Whether a cluster or an expert is in use. With less than one expected point it is not: it is not
 * counted, and not drawn.
 */
export const isInUse = ({ count }: { readonly count: number }): boolean => count >= 1;
