import type { ReactNode } from 'react';

/** Signs of layers, drawn as they look in the plot, 16 x 16: the toggles are the legend as well. */
const signs: Readonly<Record<string, ReactNode>> = {
  implicit: (
    <g>
      <path d="M1.5 13C5 13 5.5 4 8 4s3 9 6.5 9Z" fill="currentColor" fillOpacity="0.45" />
    </g>
  ),
  truth: (
    <g>
      <path d="M2.5 8.5l3.6 4L13.5 4" />
    </g>
  ),
  messages: (
    <g>
      <path d="M2 12.5 12.6 3.4M8.6 3.2l4.4-.2-.8 4.4" />
      <circle cx="5.6" cy="9.4" r="2.6" fill="currentColor" stroke="none" />
    </g>
  ),
  stationary: (
    <g>
      <circle cx="5" cy="10.5" r="2.6" />
      <path d="M9.5 3l4 4M9.5 7l4-4" />
    </g>
  ),
  observations: (
    <g fill="currentColor" stroke="none" opacity="0.75">
      <circle cx="4" cy="11" r="1.7" />
      <circle cx="8" cy="5" r="1.7" />
      <circle cx="12.4" cy="9.4" r="1.7" />
    </g>
  ),
  reconstructions: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.2" cy="11" r="2.6" />
      <path d="M11 2.6l3 5.2H8z" />
    </g>
  ),
  links: (
    <g>
      <path d="M4.4 11.4 11.4 4.6" />
      <circle cx="3.6" cy="12.2" r="1.5" fill="currentColor" stroke="none" />
      <circle cx="12.2" cy="3.8" r="2.4" fill="currentColor" stroke="none" />
    </g>
  ),
  grid: <path d="M2 5.4h12M2 10.6h12M5.4 2v12M10.6 2v12" />,
  samples: (
    <g fill="currentColor" stroke="none" opacity="0.6">
      <circle cx="4" cy="4.4" r="1.5" />
      <circle cx="9.4" cy="3.4" r="1.5" />
      <circle cx="6.6" cy="8" r="1.5" />
      <circle cx="12" cy="8" r="1.5" />
      <circle cx="3.6" cy="12" r="1.5" />
      <circle cx="9.6" cy="12.6" r="1.5" />
    </g>
  ),
  posteriors: (
    <g>
      <ellipse cx="8" cy="8" rx="6" ry="3.6" />
      <circle cx="8" cy="8" r="1.3" fill="currentColor" stroke="none" />
    </g>
  ),
  prior: <circle cx="8" cy="8" r="5.6" strokeDasharray="3 2.2" />,
  outlines: <path d="M3 10.6C2.2 6.4 6.6 2.6 10 4.2s5.4 5 2.4 7-8.600 3-9.400-.6z" />,
  latent: (
    <g>
      <ellipse cx="8" cy="8" rx="6" ry="3.4" transform="rotate(-30 8 8)" />
      <circle cx="8" cy="8" r="1.4" fill="currentColor" stroke="none" />
    </g>
  ),
  responsibilities: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.2" cy="10.6" r="2.6" />
      <rect x="9.4" y="3" width="4.8" height="4.8" />
      <circle cx="9" cy="12" r="1.6" opacity="0.5" />
    </g>
  ),
  prediction: (
    <g>
      <path d="M1.5 11.5c4 0 5-7 13-7" strokeDasharray="3 1.6" strokeWidth="1.6" />
      <path
        d="M1.5 13.8c5 0 6-7 13-7V2.2c-8 0-9 7-13 7z"
        fill="currentColor"
        stroke="none"
        opacity="0.25"
      />
    </g>
  ),
  clean: <path d="M2 8c2-5 4-5 6 0s4 5 6 0" />,
  sample: <path d="M2 10l2-4 2 5 2-6 2 5 2-4 2 3" />,
  band: (
    <g>
      <path d="M2 5c4-2 8 2 12-2v8c-4 4-8 0-12 2z" fill="currentColor" opacity="0.35" />
      <path d="M2 9c4-2 8 2 12-2" />
    </g>
  ),
  flow: <path d="M2 5h9M9 3l2 2-2 2M5 11h9M12 9l2 2-2 2" />,
  marginals: <path d="M2 13.5h12M2.5 13c3 0 3-8.5 5.5-8.5s2.5 8.5 5.5 8.5" />,
  path: (
    <g>
      <path d="M3 3.5h6v5h3.4" />
      <circle cx="12.4" cy="8.5" r="1.8" fill="currentColor" stroke="none" />
    </g>
  ),
  chain: <path d="M2.5 13V9.5h4V12h4V5.5h-5V3h8" />,
};

/** The sign of a layer; nothing where it has none. */
export default function Sign({ of }: { readonly of: string }) {
  return signs[of];
}
