/**
 * Quotes count for the parser only right at a separator: `"x", "y"` becomes `"x","y"`. Nothing
 * between quotes changes: the text begins with a row, so every second part of it is between quotes.
 */
export function withoutSpaceAroundQuotes(text: string, separator: string): string {
  if (!/[ \t]"/.test(text)) return text;
  const space = separator === '\t' ? ' +' : '[ \\t]+';
  const spaceBefore = new RegExp(`(^|[\\n${separator}])${space}$`);
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(spaceBefore, '$1') : part))
    .join('"');
}
