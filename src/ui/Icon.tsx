import type { ReactNode } from 'react';

/** Drawn on a 20 × 20 grid with a 1.6 px line; filled shapes take the line's colour. */
const drawings = {
  play: <path d="M6.2 4.2v11.6L15.6 10z" fill="currentColor" strokeLinejoin="round" />,
  pause: (
    <>
      <rect x="5.2" y="4.4" width="3.2" height="11.2" rx="0.6" fill="currentColor" stroke="none" />
      <rect x="11.6" y="4.4" width="3.2" height="11.2" rx="0.6" fill="currentColor" stroke="none" />
    </>
  ),
  step: (
    <>
      <path d="M5 4.6v10.8L12.4 10z" fill="currentColor" strokeLinejoin="round" />
      <path d="M15 4.2v11.6" />
    </>
  ),
  reset: (
    <>
      <path d="M4.6 10.6a5.6 5.6 0 1 0 1.7-4.3" />
      <path d="M6.6 2.8 6 6.6l3.8.5" />
    </>
  ),
  undo: (
    <>
      <path d="M4.2 8h7.6a4 4 0 0 1 0 8H8" />
      <path d="M7.4 4.6 4 8l3.4 3.4" />
    </>
  ),
  redo: (
    <>
      <path d="M15.8 8H8.2a4 4 0 0 0 0 8H12" />
      <path d="M12.6 4.6 16 8l-3.4 3.4" />
    </>
  ),
  share: (
    <>
      <path d="M10 12.4V3.2" />
      <path d="M6.6 6.4 10 3l3.4 3.4" />
      <path d="M6.4 9H4.6v8h10.8V9h-1.8" />
    </>
  ),
  present: (
    <>
      <rect x="2.8" y="3.8" width="14.4" height="9.4" rx="1" />
      <path d="M10 13.2v3.4M6.4 16.8h7.2" />
    </>
  ),
  notes: <path d="M4.4 3.4h11.2v13.2H4.4zM7 7h6M7 10h6M7 13h3.6" />,
  model: (
    <>
      <circle cx="10" cy="4.8" r="2.4" />
      <circle cx="5" cy="15" r="2.4" />
      <circle cx="15" cy="15" r="2.4" fill="currentColor" />
      <path d="M9 7.2 6.2 12.6M11 7.2l2.8 5.4" />
    </>
  ),
  sun: (
    <>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2.4v2M10 15.6v2M2.4 10h2M15.6 10h2M4.6 4.6 6 6M14 14l1.4 1.4M4.6 15.4 6 14M14 6l1.4-1.4" />
    </>
  ),
  moon: <path d="M16.2 11.8A6.6 6.6 0 0 1 8.2 3.8a6.6 6.6 0 1 0 8 8z" />,
  system: (
    <>
      <circle cx="10" cy="10" r="6.4" />
      <path d="M10 3.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" stroke="none" />
    </>
  ),
  dice: (
    <>
      <rect x="3.4" y="3.4" width="13.2" height="13.2" rx="2.4" />
      <g fill="currentColor" stroke="none">
        <circle cx="7" cy="7" r="1.2" />
        <circle cx="13" cy="7" r="1.2" />
        <circle cx="10" cy="10" r="1.2" />
        <circle cx="7" cy="13" r="1.2" />
        <circle cx="13" cy="13" r="1.2" />
      </g>
    </>
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.6" cy="10" r="1.5" />
      <circle cx="10" cy="10" r="1.5" />
      <circle cx="15.4" cy="10" r="1.5" />
    </g>
  ),
  settings: (
    <>
      <path d="M3 6h6M13 6h4M3 14h3M10 14h7" />
      <circle cx="11" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </>
  ),
  help: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M7.9 8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4" />
      <path d="M10 13.9v.1" strokeLinecap="round" strokeWidth="2" />
    </>
  ),
  keyboard: (
    <>
      <rect x="2" y="5" width="16" height="10" rx="1.4" />
      <path d="M5 8.2h.1M8.3 8.2h.1M11.6 8.2h.1M14.9 8.2h.1M6 11.8h8" strokeLinecap="round" />
    </>
  ),
  foldLeft: <path d="M10.4 5.4 5.8 10l4.6 4.6M15.4 5.4 10.8 10l4.6 4.6" />,
  foldRight: <path d="M9.6 5.4 14.2 10l-4.6 4.6M4.6 5.4 9.2 10l-4.6 4.6" />,
  chevronDown: <path d="m5.4 7.8 4.6 4.6 4.6-4.6" />,
  chevronRight: <path d="M7.8 5.4 12.4 10l-4.6 4.6" />,
  check: <path d="m4.4 10.4 3.8 3.8 7.4-8.2" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  restart: (
    <>
      <path d="M15.6 8.4A6 6 0 0 0 5 6.6L3.8 8.2M4.4 11.6A6 6 0 0 0 15 13.4l1.2-1.6" />
      <path d="M3.6 4.6v3.8h3.8M16.4 15.4v-3.8h-3.8" />
    </>
  ),
  problem: (
    <>
      <path d="M10 3.2 17.6 16.4H2.4z" strokeLinejoin="round" />
      <path d="M10 8v4M10 14.1v.1" strokeLinecap="round" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.2v4.6M10 6.4v.1" strokeLinecap="round" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A decoration: whatever it means is said by the text or the label of what it stands in. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', display: 'block' }}
    >
      {drawings[name]}
    </svg>
  );
}
