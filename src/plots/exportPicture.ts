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

/**
 * All plots inside `container`, where they stand, as one SVG file that needs nothing else:
 * colours and sizes inlined, points as vectors (canvases of 5,000 marks and more as pixels),
 * text as text in the page's typeface with fallbacks.
 */
export function toSvgString(container: HTMLElement): string {
  const box = container.getBoundingClientRect();
  const background =
    getComputedStyle(container).getPropertyValue('--plot-surface').trim() || '#ffffff';
  const layers: string[] = [];
  container
    .querySelectorAll<SVGSVGElement | HTMLCanvasElement>('.plot svg, .plot canvas, svg.plot')
    .forEach((layer, index) => {
      const { left, top } = layer.getBoundingClientRect();
      const content =
        layer instanceof HTMLCanvasElement
          ? pictureOfCanvas(layer, `canvas-${index}`)
          : vectorsOf(layer);
      layers.push(`<g transform="translate(${left - box.left} ${top - box.top})">${content}</g>`);
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}" font-family="${FONTS}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...layers,
    '</svg>',
  ].join('');
}

/**
 * The same picture as pixels, `scale` per CSS pixel.
 * @throws Error if the browser can not draw or encode it
 */
export async function toPng(container: HTMLElement, scale = 2): Promise<Blob> {
  const { width, height } = container.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([toSvgString(container)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) =>
          blob === null
            ? reject(new Error('The picture could not be encoded as PNG.'))
            : resolve(blob),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
