import type { ExplainedFormula } from './Explained.tsx';

/**
 * The same formula with the lines of `aligned` next to each other, for where height is dear. A line
 * that begins with its relation or a sign goes on from the one before; others are set apart.
 */
export function inOneLine(formula: ExplainedFormula<string>): ExplainedFormula<string> {
  const [, lines] = /^\\begin\{aligned\}([\s\S]*)\\end\{aligned\}$/.exec(formula.tex) ?? [];
  if (lines === undefined) return { ...formula, height: ONE_LINE };
  const tex = lines
    .split('\\\\\n')
    .map((line) => line.trim())
    .map((line, index) => (index === 0 || line.startsWith('&') ? line : `\\qquad ${line}`))
    .map((line) => line.replaceAll('&', '').replace(/^\\quad /, ''))
    .join(' ');
  return { ...formula, tex, height: ONE_LINE };
}

/** Fractions included. */
const ONE_LINE = '3rem';
