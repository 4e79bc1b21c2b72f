import 'katex/dist/katex.min.css';
import katex from 'katex';

/**
 * Sets a formula: HTML for the eye, MathML for screen readers. `\sym{name}{tex}` marks a symbol,
 * which then carries the name as `data-symbol`. Formulas are ours, so an error is one to show.
 */
export function renderFormula(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    throwOnError: false,
    output: 'htmlAndMathml',
    strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context) => context.command === '\\htmlData' || context.command === '\\htmlClass',
    macros: { '\\sym': '\\htmlData{symbol=#1}{#2}' },
  });
}
