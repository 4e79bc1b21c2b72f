import { plotScale } from '../style/plotScale.ts';
import { pictureOf } from './paintedCanvases.ts';
import { SvgPen } from './pen.ts';

/** With more marks than this the canvas goes into the SVG as pixels. */
const MOST_VECTORS = 5000;
const FONTS = "'Source Sans 3', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** What style sheets give SVG elements and a standalone file has to carry itself. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'color',
  'font-size',
  'font-weight',
  'text-anchor',
  'shape-rendering',
  'visibility',
] as const;

const DROPPED_ATTRIBUTES = /^(class|style|tabindex|role|aria-.*|data-.*)$/;

/** Writes the computed look of `source` and its descendants into their copies. */
function inlineLook(source: Element, copy: Element): void {
  const style = getComputedStyle(source);
  for (const property of INLINED) copy.setAttribute(property, style.getPropertyValue(property));
  for (const { name } of [...copy.attributes]) {
    if (DROPPED_ATTRIBUTES.test(name)) copy.removeAttribute(name);
  }
  const children = [...copy.children];
  [...source.children].forEach((child, index) => {
    inlineLook(child, children[index]);
  });
}

const INVISIBLE =
  '[data-export="skip"], .cluster-hit, .cluster-focus, .cluster-grip, .cluster-bar-hit, title';

function vectorsOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineLook(svg, copy);
  // Selected in the original, where classes still exist; the copy has the same order.
  const originals = [...svg.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll('*')];
  originals.forEach((element, index) => {
    if (element.matches(INVISIBLE)) copies[index].remove();
  });
  // Where a style sheet gives the size.
  if (!copy.hasAttribute('width')) {
    const { width, height } = svg.getBoundingClientRect();
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
  }
  return new XMLSerializer().serializeToString(copy);
}

function pictureOfCanvas(canvas: HTMLCanvasElement, clipId: string): string {
  const picture = pictureOf(canvas);
  if (picture === undefined || picture.marks >= MOST_VECTORS) {
    return `<image href="${canvas.toDataURL('image/png')}" width="${canvas.clientWidth}" height="${canvas.clientHeight}"/>`;
  }
  const pen = new SvgPen();
  picture.paint(pen);
  const { left, top, width, height } = picture.clip;
  return `<clipPath id="${clipId}"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></clipPath><g clip-path="url(#${clipId})">${pen}</g>`;
}

/** Around the picture, CSS pixels. */
const EDGE = 12;
const PLOTS = '.plot svg, .plot canvas, svg.plot, svg[data-export="picture"]';
/** What plots.css enlarges while the page presents. */
const ENLARGED = '.plot-layer';
/** Headings and other words beside the plots. */
const WORDS = '[data-export="text"]';
/** Controls that fill a row of their own: the picture closes up over it. */
const LEFT_OUT = '[data-export="leave-out"]';

/** A piece of the picture: where it stands on the page, and what is drawn from its corner on. */
interface Piece {
  readonly box: DOMRect;
  /** How much larger it is shown than drawn. */
  readonly scale: number;
  readonly content: string;
}

function piecesOf(container: HTMLElement): readonly Piece[] {
  const plots = [...container.querySelectorAll<SVGSVGElement | HTMLCanvasElement>(PLOTS)].filter(
    (plot) => isInSight(plot, plot.getBoundingClientRect(), container),
  );
  const words = [...container.querySelectorAll<HTMLElement>(WORDS)]
    .filter((element) => element.closest(LEFT_OUT) === null)
    .flatMap((element) => (element.matches('table, dl') ? cellsOf(element) : wholeOf(element)));
  return [
    ...plots.map((layer, index) => ({
      box: layer.getBoundingClientRect(),
      scale: layer.matches(ENLARGED) ? plotScale() : 1,
      content:
        layer instanceof HTMLCanvasElement
          ? pictureOfCanvas(layer, `canvas-${index}`)
          : vectorsOf(layer),
    })),
    ...words
      .filter(({ text, element, box }) => text !== '' && isInSight(element, box, container))
      .map((words) => ({ box: words.box, scale: 1, content: textOf(words) })),
  ];
}

/** Whether what scrolls shows the middle of a box; what it hides would lie over its neighbours. */
function isInSight(element: Element, { top, bottom }: DOMRect, container: HTMLElement): boolean {
  const middle = (top + bottom) / 2;
  for (let around = element.parentElement; around && around !== container; ) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) {
      const room = around.getBoundingClientRect();
      if (middle < room.top || middle > room.bottom) return false;
    }
    around = around.parentElement;
  }
  return true;
}

/** One line of text, and the element whose look it has. */
interface Words {
  readonly element: HTMLElement;
  readonly text: string;
  readonly box: DOMRect;
}

/** The words of an element, a line each. */
const wholeOf = (element: HTMLElement): Words[] => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (texts.nextNode()) nodes.push(texts.currentNode);
  return linesOf(element, nodes);
};

/** The words of a table or a list, each where it stands. */
const cellsOf = (element: HTMLElement): Words[] =>
  [...element.querySelectorAll<HTMLElement>('*')].flatMap((cell) =>
    linesOf(
      cell,
      [...cell.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE),
    ),
  );

/** Texts as the page has broken them into lines. */
function linesOf(element: HTMLElement, texts: readonly Node[]): Words[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const node of texts)
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+\s*|\s+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.trimEnd().length);
      const box = range.getBoundingClientRect();
      const line = lines.at(-1);
      if (line && (box.height === 0 || Math.abs(box.top - line.box.top) < line.box.height / 2)) {
        line.text += word;
        line.box = DOMRect.fromRect({
          ...{ x: line.box.x, y: line.box.y, height: line.box.height },
          width: Math.max(line.box.right, box.right) - line.box.left,
        });
      } else if (box.height > 0) lines.push({ text: word, box });
    }
  return lines.map(({ text, box }) => ({ element, text: text.trimEnd(), box }));
}

const ANCHORS: Readonly<Record<string, string>> = { right: 'end', end: 'end', center: 'middle' };

function textOf({ element, text: words, box }: Words): string {
  const { fontSize, fontWeight, textAlign, color } = getComputedStyle(element);
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.textContent = words;
  // Where the typeface of the page is missing, numbers of a column still end below each other.
  const anchor = ANCHORS[textAlign] ?? 'start';
  text.setAttribute('text-anchor', anchor);
  text.setAttribute('x', String({ start: 0, middle: box.width / 2, end: box.width }[anchor]));
  text.setAttribute('y', String(box.height / 2));
  text.setAttribute('dy', '0.34em');
  text.setAttribute('font-size', fontSize);
  text.setAttribute('font-weight', fontWeight);
  text.setAttribute('fill', color);
  const pressed = element.closest('[aria-pressed="true"]');
  return (pressed ? groundOf(pressed, box) : '') + new XMLSerializer().serializeToString(text);
}

/** A pressed button has light letters on a dark ground. */
function groundOf(pressed: Element, from: DOMRect): string {
  const { left, top, width, height } = pressed.getBoundingClientRect();
  const { backgroundColor, borderRadius } = getComputedStyle(pressed);
  return `<rect x="${left - from.left}" y="${top - from.top}" width="${width}" height="${height}" rx="${Number.parseFloat(borderRadius) || 0}" fill="${backgroundColor}"/>`;
}

/** How far a piece moves up because rows above it, of its panel or of the stage, are left out, CSS pixels. */
function closingUp(container: HTMLElement): (piece: Piece) => number {
  const rows = [...container.querySelectorAll(LEFT_OUT)].map((row) => {
    const { bottom, height } = row.getBoundingClientRect();
    const room = (row.closest('section') ?? container).getBoundingClientRect();
    const gap = row.parentElement
      ? Number.parseFloat(getComputedStyle(row.parentElement).rowGap)
      : 0;
    return { bottom, room, lift: height + (gap || 0) };
  });
  return ({ box: { left, top } }) =>
    rows
      .filter(({ bottom, room }) => top >= bottom && top < room.bottom)
      .filter(({ room }) => left >= room.left && left < room.right)
      .reduce((sum, { lift }) => sum + lift, 0);
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** All plots inside `container` with their headings, where they stand; in CSS pixels. */
export function pictureIn(container: HTMLElement): Picture {
  const { left, top, width: inside } = container.getBoundingClientRect();
  const background =
    getComputedStyle(container).getPropertyValue('--plot-surface').trim() || '#ffffff';
  const liftOf = closingUp(container);
  const pieces = piecesOf(container);
  const bottom = Math.max(top, ...pieces.map((piece) => piece.box.bottom - liftOf(piece)));
  const width = Math.ceil(inside + 2 * EDGE);
  const height = Math.ceil(bottom - top + 2 * EDGE);
  const layers = pieces.map((piece) => {
    const x = piece.box.left - left + EDGE;
    const y = piece.box.top - top - liftOf(piece) + EDGE;
    return `<g transform="translate(${x} ${y}) scale(${piece.scale})">${piece.content}</g>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...layers,
    '</svg>',
  ].join('');
  return { svg, width, height };
}

/**
 * All plots inside `container` with their headings, where they stand, as one SVG file that needs
 * nothing else: colours and sizes inlined, points as vectors (canvases of 5,000 marks and more as
 * pixels), text as text in the page's typeface with fallbacks.
 */
export function toSvgString(container: HTMLElement): string {
  return pictureIn(container).svg;
}

/**
 * The same picture as pixels, `scale` per CSS pixel.
 * @throws Error if the browser can not draw or encode it
 */
export async function toPng(container: HTMLElement, scale = 2): Promise<Blob> {
  const picture = pictureIn(container);
  const { width, height } = picture;
  const canvas = await drawn(picture, {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  return new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new Error('The picture could not be encoded as PNG.'))
          : resolve(blob),
      'image/png',
    );
  });
}

/** On a graphics card it would take long to get the pixels back. */
const READ: CanvasRenderingContext2DSettings = { willReadFrequently: true };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** RGBA of a picture that fills so many pixels. Throws an Error if the browser can not draw it. */
export async function pixelsOf(
  picture: Picture,
  size: Size,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const context = (await drawn(picture, size)).getContext('2d', READ);
  if (!context) throw new Error('The picture could not be drawn.');
  return context.getImageData(0, 0, size.width, size.height).data as Uint8ClampedArray<ArrayBuffer>;
}

async function drawn({ svg }: Picture, { width, height }: Size): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d', READ)?.drawImage(image, 0, 0, width, height);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}
