import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PixelPicture, StillContext } from '../../src/plots/host/still.ts';
import type { Size } from '../../src/plots/host/useElementSize.ts';
import { SvgPen } from '../../src/plots/pen/pen.ts';
import { type Theme, ThemeContext } from '../../src/plots/style/theme.ts';
import { dress, type PageElement, type Style } from './cascade.ts';

/** What children have from their parents unless they say otherwise. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'font-size': '16px',
  'font-weight': '400',
  'font-style': 'normal',
  visibility: 'visible',
  color: '#000',
};
/** What is declared and cannot be seen in a picture. */
const UNSEEN =
  /^(cursor|pointer-events|touch-action|user-select|-webkit-.*|transition.*|animation.*|outline.*|will-change|contain.*|scroll.*|overscroll.*|vector-effect)$/;
const ATTRIBUTES_DROPPED =
  /^(class|style|role|tabindex|id|key|aria-.*|data-.*|pointer-events|pointerevents|type|inputmode|for|name)$/;
const SHAPES = new Set(['path', 'line', 'rect', 'circle', 'ellipse', 'polyline', 'polygon']);
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A plot as an SVG file in which only what is seen counts: styles are those that hold, on the shapes
 * themselves; names, roles and groups without effect are gone. So two pictures are equal where two
 * plots look the same, however they are built.
 */
export function pictureOf(plot: ReactElement, size: Size, theme: Theme): string {
  const markup = renderToStaticMarkup(
    <StillContext
      value={{
        size,
        marks: ({ clip, paint }) => {
          const pen = new SvgPen();
          paint(pen);
          if (`${pen}` === '') return null;
          const { left, top, width, height } = clip;
          const id = `marks-${left}-${top}-${width}-${height}`;
          return (
            <svg data-layer="" aria-hidden="true">
              <clipPath id={id}>
                <rect x={left} y={top} width={width} height={height} />
              </clipPath>
              <g
                clipPath={`url(#${id})`}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: what the pen wrote is SVG
                dangerouslySetInnerHTML={{ __html: pen.toString() }}
              />
            </svg>
          );
        },
        pictures: (pictures) => (
          <svg data-layer="" aria-hidden="true">
            {pictures.map((picture) => (
              <Pixels key={`${picture.left} ${picture.top}`} {...picture} />
            ))}
          </svg>
        ),
      }}
    >
      <ThemeContext value={theme}>{plot}</ThemeContext>
    </StillContext>,
  );
  const { body, styleOf, ground } = dress(markup, theme);
  return new Drawing(size, styleOf).write(body, ground);
}

/** One rectangle for each run of pixels of one colour. */
function Pixels({ left, top, width, height, columns, rows, pixels }: PixelPicture) {
  const runs: ReactElement[] = [];
  const colourAt = (row: number, column: number): string => {
    const [red, green, blue, alpha] = pixels.subarray(4 * (row * columns + column));
    return alpha === 0
      ? 'none'
      : `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
  };
  for (let row = 0; row < rows; row++) {
    for (let from = 0, to = 0; from < columns; from = to) {
      const fill = colourAt(row, from);
      for (to = from + 1; to < columns && colourAt(row, to) === fill; to++);
      runs.push(
        <rect
          key={`${row} ${from}`}
          x={left + (width * from) / columns}
          y={top + (height * row) / rows}
          width={(width * (to - from)) / columns}
          height={height / rows}
          fill={fill}
        />,
      );
    }
  }
  return <>{runs}</>;
}

class Drawing {
  private readonly lines: string[] = [];
  private readonly ids = new Map<string, string>();
  private readonly size: Size;
  private readonly styleOf: (element: PageElement) => Style;

  constructor(size: Size, styleOf: (element: PageElement) => Style) {
    this.size = size;
    this.styleOf = styleOf;
  }

  write(body: PageElement, ground: string): string {
    const { width, height } = this.size;
    this.lines.push(`<rect width="${width}" height="${height}" fill="${ground}"/>`);
    this.page(body);
    const content = this.lines.join('\n');
    return `<svg xmlns="${SVG}" width="${width}" height="${height}" font-family="'Source Sans 3', 'Segoe UI', sans-serif">\n${content}\n</svg>\n`;
  }

  /** An element of the page: one layer on another, or what only a browser can lay out. */
  private page(element: PageElement): void {
    const { width, height } = this.size;
    const ground =
      this.styleOf(element).get('background') ?? this.styleOf(element).get('background-color');
    if (ground) this.lines.push(`<rect width="${width}" height="${height}" fill="${ground}"/>`);
    for (const child of elementsOf(element)) {
      if (child.localName === 'svg') this.layer(child);
      else if (isStack(child, this.styleOf)) this.page(child);
      else {
        this.lines.push(`<foreignObject width="${width}" height="${height}">`);
        this.words(child);
        this.lines.push('</foreignObject>');
      }
    }
  }

  /** An SVG element that covers the plot. */
  private layer(svg: PageElement): void {
    const { width, height } = this.size;
    const viewBox = svg.getAttribute('viewBox');
    const given = this.inherit(svg, new Map(Object.entries(INHERITED)));
    if (viewBox) this.lines.push(`<svg viewBox="${viewBox}" width="${width}" height="${height}">`);
    for (const child of elementsOf(svg)) this.shape(child, given);
    if (viewBox) this.lines.push('</svg>');
  }

  /** The properties an element passes on, its own among them. */
  private inherit(element: PageElement, given: Style): Style {
    const passed = new Map(given);
    for (const property of Object.keys(INHERITED)) {
      const own = this.styleOf(element).get(property) ?? element.getAttribute(property);
      if (own != null && own !== 'inherit') passed.set(property, own);
    }
    return passed;
  }

  private shape(element: PageElement, given: Style): void {
    const name = element.localName;
    const style = this.inherit(element, given);
    const own = this.styleOf(element);
    const opacity = own.get('opacity') ?? element.getAttribute('opacity') ?? '1';
    if (own.get('display') === 'none' || Number(opacity) === 0 || name === 'title') return;
    if (SHAPES.has(name) && (isUnseen(style) || style.get('visibility') === 'hidden')) return;
    const attributes = this.attributes(element);
    if (opacity !== '1') attributes.push(['opacity', opacity]);
    const isGroup = !SHAPES.has(name) && name !== 'text' && name !== 'tspan';
    if (!isGroup && name !== 'tspan') attributes.push(...differences(style, name));
    if (name === 'tspan') attributes.push(...differences(style, name, given));
    const inDefinition = name === 'clipPath' || name.endsWith('Gradient') || name === 'pattern';
    if (name === 'defs' || name === 'svg' || (name === 'g' && attributes.length === 0)) {
      for (const child of elementsOf(element)) this.shape(child, style);
      return;
    }
    const id = element.getAttribute('id');
    if (inDefinition && id) attributes.unshift(['id', this.idOf(id)]);
    const tag = `${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
    if (name === 'text' || name === 'tspan') {
      this.lines.push(`<${tag}>${this.text(element, style)}</${name}>`);
      return;
    }
    if (elementsOf(element).length === 0) {
      if (name !== 'g') this.lines.push(`<${tag}/>`);
      return;
    }
    const before = this.lines.push(`<${tag}>`);
    for (const child of elementsOf(element)) this.shape(child, style);
    if (this.lines.length === before && name === 'g') this.lines.pop();
    else this.lines.push(`</${name}>`);
  }

  /** Words and parts of words, on one line of the file. */
  private text(element: PageElement, style: Style): string {
    return [...element.childNodes]
      .map((node) => {
        if (node.nodeType === 3) return escaped(node.textContent ?? '');
        const inner = new Drawing(this.size, this.styleOf);
        inner.shape(node as unknown as PageElement, style);
        return inner.lines.join('');
      })
      .join('');
  }

  /** An element that flows: with every property it declares. */
  private words(element: PageElement): void {
    const name = element.localName;
    if (name === 'svg') {
      const style = this.style(element);
      const view = this.attributes(element).map(([key, value]) => ` ${key}="${escaped(value)}"`);
      this.lines.push(`<svg xmlns="${SVG}"${view.join('')}${style}>`);
      const given = this.inherit(element, new Map(Object.entries(INHERITED)));
      for (const child of elementsOf(element)) this.shape(child, given);
      this.lines.push('</svg>');
      return;
    }
    if (this.styleOf(element).get('display') === 'none') return;
    const attributes = this.attributes(element).map(
      ([key, value]) => ` ${key}="${escaped(value)}"`,
    );
    const open = `<${name} xmlns="http://www.w3.org/1999/xhtml"${attributes.join('')}${this.style(element)}`;
    const children = [...element.childNodes];
    if (children.length === 0) {
      this.lines.push(`${open}/>`);
      return;
    }
    this.lines.push(`${open}>`);
    for (const node of children) {
      if (node.nodeType === 3) this.lines.push(escaped(node.textContent ?? ''));
      else this.words(node as unknown as PageElement);
    }
    this.lines.push(`</${name}>`);
  }

  private style(element: PageElement): string {
    const declared = [...this.styleOf(element)]
      .filter(([property]) => !UNSEEN.test(property))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([property, value]) => `${property}:${rounded(value)}`);
    return declared.length === 0 ? '' : ` style="${escaped(declared.join(';'))}"`;
  }

  private attributes(element: PageElement): [name: string, value: string][] {
    return [...element.attributes]
      .filter(({ name }) => !ATTRIBUTES_DROPPED.test(name) && !(name in INHERITED))
      .filter(({ name }) => name !== 'opacity')
      .map(({ name, value }): [string, string] => [
        name,
        value?.startsWith('url(#')
          ? `url(#${this.idOf(value.slice(5, -1))})`
          : rounded(value ?? ''),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Ids in the order in which they occur. */
  private idOf(id: string): string {
    const known = this.ids.get(id) ?? `c${this.ids.size + 1}`;
    this.ids.set(id, known);
    return known;
  }
}

const elementsOf = (element: PageElement): PageElement[] =>
  [...element.children] as unknown as PageElement[];

/** Holds nothing but layers that lie one on another, and what is told in place of them. */
function isStack(element: PageElement, styleOf: (element: PageElement) => Style): boolean {
  const children = elementsOf(element);
  return (
    children.length > 0 &&
    children.some(({ localName }) => localName === 'svg' || localName === 'div') &&
    children.every(
      (child) =>
        child.hasAttribute('data-layer') ||
        styleOf(child).get('position') === 'absolute' ||
        (child.localName === 'div' && isStack(child, styleOf)),
    )
  );
}

const isPainted = (paint: string | undefined): boolean =>
  paint !== undefined && paint !== 'none' && paint !== 'transparent';
const isUnseen = (style: Style): boolean =>
  !isPainted(style.get('fill')) && !isPainted(style.get('stroke'));

/** What a shape has other than shapes have that nothing is said of, sorted by name. */
function differences(
  style: Style,
  name: string,
  from?: Style,
): [property: string, value: string][] {
  const isText = name === 'text' || name === 'tspan';
  const painted = isPainted(style.get('stroke'));
  return Object.entries(INHERITED)
    .filter(([property]) => property !== 'color' && property !== 'visibility')
    .filter(([property]) => isText || !/^(font-|text-anchor)/.test(property))
    .filter(
      ([property]) => painted || !/^(stroke|paint-order)/.test(property) || from !== undefined,
    )
    .flatMap(([property, usual]): [string, string][] => {
      const value = style.get(property) ?? usual;
      const shown = value === 'currentColor' ? (style.get('color') ?? '#000') : value;
      return value === (from?.get(property) ?? usual) ? [] : [[property, rounded(shown)]];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Numbers to two decimals, wherever they stand. */
const rounded = (value: string): string =>
  value
    .replace(/-?\d*\.\d{3,}(e-?\d+)?/g, (number) =>
      String(Math.round(Number(number) * 100) / 100 || 0),
    )
    .replace(/-?\d(\.\d+)?e-\d+/g, '0');

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
