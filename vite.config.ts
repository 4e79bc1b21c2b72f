import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { policyInPreview } from './scripts/contentSecurity.ts';
import { fewWorkerFiles, firstLoad } from './scripts/firstLoad.ts';
import { leftOut } from './scripts/import-rules.mjs';

/**
 * Makes the built page work without a network after the first visit: a generated service worker
 * keeps every file of the build, WebAssembly and fonts included.
 *
 * With a network, the page itself is always asked for anew, so nobody is left with an old version;
 * and the new service worker waits until the old page's tabs are closed, so a page that is open,
 * and may be in the middle of training, keeps its files and is never reloaded from here.
 */
const offline = VitePWA({
  registerType: 'prompt',
  // The page registers it, once it can be used (main.tsx).
  injectRegister: null,
  includeManifestIcons: false,
  manifest: {
    name: 'SVAE Lab',
    short_name: 'SVAE Lab',
    description: 'Take a structured variational autoencoder apart, in your browser',
    start_url: '.',
    scope: '.',
    display: 'standalone',
    theme_color: '#1d3557',
    background_color: '#ffffff',
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,json,csv}'],
    maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    cleanupOutdatedCaches: true,
    // The defaults would serve the kept page first, network or not.
    navigateFallback: null,
    directoryIndex: '',
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        // Without a network: the kept page, whose files are kept with it.
        handler: 'NetworkOnly',
        options: {
          precacheFallback: { fallbackURL: 'index.html' },
        },
      },
    ],
  },
});

/**
 * Leaves loaders of the registry out of the files of a thread that never calls them: without this
 * the page would carry every engine, tfjs included, and the worker every page.
 */
const leavingOut = (loaders: RegExp): Plugin => ({
  name: 'leaving-out',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    leftOut.registry.test(importer ?? '') && loaders.test(source)
      ? { id: source, external: true }
      : null,
});

export default defineConfig(({ mode }) => ({
  // Relative paths: the build works under any path, e.g. a project page or a course's server.
  base: './',
  plugins: [
    react(),
    leavingOut(leftOut.ofPage),
    firstLoad(),
    policyInPreview(),
    mode === 'test' ? [] : offline,
  ],
  build: {
    target: 'es2022',
    manifest: true,
    // All browsers of that target preload modules by themselves.
    modulePreload: { polyfill: false },
    // The worker carries the numerical library; the page itself has its own, checked limit
    // (scripts/check-bundle-size.mjs).
    chunkSizeWarningLimit: 4096,
  },
  worker: { format: 'es', plugins: () => [leavingOut(leftOut.ofWorker), fewWorkerFiles()] },
  test: {
    // Generous: no test may fail because a machine is slow or busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/*.test.ts',
            'e2e/gallery/*.test.ts',
          ],
          // Files share what they import: to load it for each would take a third of the time. A
          // test leaves nothing behind, and replaces no module (vi.mock): which of two files has
          // loaded it first would decide. Tests that do are named for it and have a project below.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['src/**/*.test.tsx'],
          exclude: ['src/**/*.mocked.test.tsx'],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: 'src/labs/cleanUp.fixture.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'mocked',
          include: ['src/**/*.mocked.test.tsx'],
          environment: 'happy-dom',
        },
      },
    ],
  },
}));
