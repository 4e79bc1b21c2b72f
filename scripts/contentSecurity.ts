import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

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

/**
 * @param folder of a build
 * @returns the policy that the build wrote into its page
 * @throws {Error} if the page has none
 */
export function builtPolicy(folder: string): string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  if (!policy) throw new Error(`${join(folder, 'index.html')} has no Content-Security-Policy.`);
  return policy.replaceAll('&#39;', "'");
}

/**
 * Sends the policy of the build with every file when it is previewed: workers go by the header of
 * their own file, not by the page's. So all browser tests hold under it, each lab's worker too.
 */
export const policyInPreview = (): Plugin => ({
  name: 'svae-lab:policy-in-preview',
  configurePreviewServer({ config, middlewares }) {
    const folder = resolve(config.root, config.build.outDir);
    middlewares.use((_request, response, next) => {
      // Read for each request: a new build has another policy.
      response.setHeader('Content-Security-Policy', builtPolicy(folder));
      next();
    });
  },
});
