import type { ExplainedFormula } from './Explained.tsx';

interface MarkedFormula<Name extends string> extends Omit<ExplainedFormula<Name>, 'symbols'> {
  /** Where a symbol is called otherwise than in other formulas. */
  readonly words?: Readonly<Partial<Record<Name, string>>>;
}

/**
 * Makes the formulas of a lab: below each stand the words for its symbols, in the order of the formula.
 * A formula of several lines is set as `aligned`.
 *
 * @param words for all symbols; throws an Error where one has none
 */
export const explainedBy =
  <Name extends string>(words: Readonly<Record<Name, string>>) =>
  ({ words: own, ...formula }: MarkedFormula<Name>): ExplainedFormula<Name> => {
    const tex = aligned(formula.tex);
    const marked = [...tex.matchAll(/\\sym\{([^}]*)\}/g)].map(([, name]) => name as Name);
    const symbols = [...new Set(marked)].map((name) => {
      const label = own?.[name] ?? words[name];
      if (label === undefined) throw new Error(`There is no word for the symbol "${name}".`);
      return { name, label };
    });
    return { ...formula, tex, symbols };
  };

/** Lines, one below the other at their `&`; a single line and an environment as they are. */
const aligned = (tex: string): string =>
  tex.includes('\\\\\n') && !tex.startsWith('\\begin')
    ? String.raw`\begin{aligned}${`\n${tex}\n`}\end{aligned}`
    : tex;
