import { createServer } from 'node:net';
import { defineConfig, devices } from 'playwright/test';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';

// Playwright reads this file again in each of its workers, which must get the same port.
process.env.SVAE_LAB_PORT ??= String(await freePort());
const port = Number(process.env.SVAE_LAB_PORT);
const address = `http://localhost:${port}/`;

const { path: executablePath } = findBrowser();

export default defineConfig({
  testDir: '.',
  // Other tests in this folder run in Node.
  testMatch: '*.spec.ts',
  globalSetup: './requireBrowser.ts',
  outputDir: '../test-results/browser',
  reporter: [
    ['list'],
    [
      'json',
      {
        outputFile: process.env.SVAE_LAB_BROWSER_REPORT ?? '../test-results/reports/browser.json',
      },
    ],
  ],
  // One page that trains keeps two cores busy: one in its worker, one to draw in software.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Generous: no test may fail because a machine is slow.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What the page shows must come from this build; only the test of the offline mode allows it.
    serviceWorkers: 'block',
    // Recording every test doubles the time of all. For one that fails: add `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath && { executablePath }), args: browserFlags },
  },
  // The page as it was built, served as a visitor gets it. A run without a browser ends before it is served.
  ...(executablePath && {
    webServer: {
      command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
      cwd: '..',
      url: address,
      reuseExistingServer: false,
    },
  }),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
