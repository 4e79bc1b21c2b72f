import { type Embed, withEmbed } from '../../settings/embedLink.ts';

/** Where the height is not known yet: a plane and what is around it in a column of text. */
const USUAL_HEIGHT = 480;

/** The address of a frame with the state of a link. */
export function embedAddress(href: string, embed: Embed): string {
  const url = new URL(href);
  url.hash = withEmbed(url.hash, embed);
  return url.href;
}

/** What is pasted into a page. @param height pixels; null where it is not known */
export function embedCode(address: string, lab: string, height: number | null): string {
  const script = new URL('embed.js', address).href;
  return [
    `<iframe src="${inAttribute(address)}"`,
    `  title="${inAttribute(lab)} in SVAE Lab" width="100%" height="${height ?? USUAL_HEIGHT}"`,
    '  style="border: 0" loading="lazy" allow="fullscreen"></iframe>',
    `<script src="${inAttribute(script)}"></script>`,
  ].join('\n');
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
