import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/**
 * Makes the built page work without a network after the first visit: every file of the build,
 * WebAssembly and fonts included, is put into the browser's cache by a generated service worker.
 *
 * A new version takes over on the next load of the page; a page that is open, and may be in the
 * middle of training, is never reloaded from here.
 */
const offline = VitePWA({
  registerType: 'autoUpdate',
  injectRegister: 'script-defer',
  includeAssets: ['icon.svg'],
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
  },
});

export default defineConfig(({ mode }) => ({
  // Relative paths: the build works under any path, e.g. a project page or a course's server.
  base: './',
  plugins: [react(), mode === 'test' ? [] : offline],
  build: {
    target: 'es2022',
    manifest: true,
    // The worker carries the numerical library; the page itself has its own, checked limit
    // (scripts/check-bundle-size.mjs).
    chunkSizeWarningLimit: 4096,
  },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    // Generous: no test may fail because a machine is slow or busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}));
