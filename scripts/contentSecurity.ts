import { createHash } from 'node:crypto';

/**
 * What the built page may load and run: its own files, WebAssembly, and the one script that stands in
 * index.html itself. Formulas and plots have inline styles. `blob:` and `data:` are made in the page:
 * pictures to save, fonts in them, and the one download of WebAssembly that all backends share. A frame
 * shows how a lab looks in other people's pages.
 */
export function contentSecurityPolicy(inlineScript: string): string {
  const hash = createHash('sha256').update(inlineScript).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "worker-src 'self'",
    "frame-src 'self'",
    "connect-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
