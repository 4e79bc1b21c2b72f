import { expect, it } from 'vitest';
import { renderFormula } from '../../../ui/renderFormula.ts';
import * as formulas from './formulas.ts';

it.each(Object.entries(formulas))('sets %s, with everything that lights up', (_name, formula) => {
  const html = renderFormula(formula.tex, true);
  expect(html).not.toContain('katex-error');
  for (const { name } of formula.symbols) expect(html).toContain(`data-symbol="${name}"`);
  const marked = new Set(Array.from(html.matchAll(/data-symbol="([^"]+)"/g), ([, name]) => name));
  expect([...marked].sort()).toEqual(formula.symbols.map(({ name }) => name).sort());
});
