// Builds the page, serves it on a free port and opens it in the default browser.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './processes.mjs';

const usage = `npm start -- [options]

  --no-open      print the address, do not open a browser
  --port <n>     the first port to try (default 4173); the next free one is taken
  --host         let other machines in the network open the page, too
  --help         this text

A browser is not opened either if CI is set, if BROWSER=none, or without a display.`;

try {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '4173' },
      host: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(usage);
  else await start(Number(values.port), !values['no-open'] && canOpenBrowser(), values.host);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {number} port the first to try
 * @param {boolean} open whether to open a browser
 * @param {boolean} host whether to listen to the network
 */
async function start(port, open, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port takes a number from 1 to 65535.\n\n${usage}`);
  }
  await ensureDependencies();
  const { build, preview } = await import('vite');
  console.log('Building …');
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, preview: { port, open, host } });
  for (const url of server.resolvedUrls?.local ?? []) console.log(`\nSVAE Lab runs at ${url}`);
  for (const url of server.resolvedUrls?.network ?? []) console.log(`In your network: ${url}`);
  console.log('Stop it with Ctrl+C.');
}

function canOpenBrowser() {
  if (process.env.CI || process.env.BROWSER === 'none') return false;
  const needsDisplay = process.platform !== 'win32' && process.platform !== 'darwin';
  return !needsDisplay || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
