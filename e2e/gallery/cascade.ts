import { readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import postcss from 'postcss';
import type { Theme } from '../../src/plots/style/theme.ts';

/** The declarations that hold for an element, by property; custom properties are not among them. */
export type Style = ReadonlyMap<string, string>;

interface Declared {
  readonly value: string;
  /** The larger wins, and of equals the later. */
  readonly weight: number;
}

interface Rule {
  readonly selector: string;
  readonly weight: number;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

const STYLE_SHEETS = [
  'src/ui/styles/tokens.css',
  ...['src/plots', 'src/labs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // Modules dress panels around plots.
      .filter((name) => name.endsWith('.css') && !name.endsWith('.module.css'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort(),
  ),
];
/** What a picture cannot be in: under the pointer, focused. And what is no element. */
const NEVER = /:(hover|focus|focus-visible|focus-within|active|disabled)\b|::/;
const INLINE = 1_000_000;

/** Ids, classes and names of the elements that a selector asks for, as one number. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return (
    10_000 * count(/#[\w-]+/g) +
    100 * (count(/\.[\w-]+/g) + count(/\[[^\]]*\]/g) + count(/:(?!is|not|where)[a-z-]+/g)) +
    count(/(?:^|[\s>+~(])[a-z]+/gi)
  );
}

const rules: readonly Rule[] = readRules();

function readRules(): Rule[] {
  const found: Rule[] = [];
  for (const file of STYLE_SHEETS) {
    postcss.parse(readFileSync(file, 'utf8')).walkRules((rule) => {
      if (rule.parent?.type === 'atrule') return;
      const declarations = rule.nodes.flatMap((node) =>
        node.type === 'decl' ? [[node.prop, node.value.replace(/\s+/g, ' ')] as const] : [],
      );
      for (const selector of rule.selectors) {
        const weight = specificityOf(selector);
        if (!NEVER.test(selector)) found.push({ selector, weight, declarations });
      }
    });
  }
  return found;
}

const page = new Window();

/** A page with this content, and how style sheets dress its elements in one theme. */
export function dress(markup: string, theme: Theme) {
  const { document } = page;
  document.documentElement.setAttribute('data-theme', theme);
  document.body.innerHTML = markup;
  type Node = typeof document.body;
  const declared = new Map<Node, Map<string, Declared>>();
  const declare = (element: Node, property: string, value: string, weight: number): void => {
    const own = declared.get(element) ?? new Map<string, Declared>();
    declared.set(element, own);
    if (weight >= (own.get(property)?.weight ?? -1)) own.set(property, { value, weight });
  };
  for (const { selector, weight, declarations } of rules) {
    // Asking happy-dom for what cannot be there takes most of the time.
    if (!(selector.match(/(?<=\.)[\w-]+/g) ?? []).every((name) => markup.includes(name))) continue;
    for (const element of document.querySelectorAll(selector) as unknown as Iterable<Node>) {
      for (const [property, value] of declarations) declare(element, property, value, weight);
    }
  }
  for (const element of document.querySelectorAll('[style]') as unknown as Iterable<Node>) {
    for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
      const colon = declaration.indexOf(':');
      if (colon > 0)
        declare(element, declaration.slice(0, colon).trim(), declaration.slice(colon + 1), INLINE);
    }
  }
  const variable = (element: Node | null, name: string): string | undefined => {
    const own = element && declared.get(element)?.get(name)?.value;
    if (own != null || element === null) return own ?? undefined;
    return variable(element.parentElement as Node | null, name);
  };
  const resolved = (element: Node, value: string): string =>
    value.replace(/var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g, (_, name, otherwise = '') =>
      resolved(element, variable(element, name)?.trim() ?? otherwise),
    );
  const styleOf = (element: Node): Style =>
    new Map(
      [...(declared.get(element) ?? [])]
        .filter(([property]) => !property.startsWith('--'))
        .map(([property, { value }]) => [property, resolved(element, value.trim())]),
    );
  const ground = resolved(document.body, 'var(--surface)');
  return { body: document.body, styleOf, ground };
}

export type PageElement = ReturnType<typeof dress>['body'];
