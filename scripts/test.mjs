// Sets everything up and runs every check. `npm test -- types unit` runs some of them.
import { say } from './install.mjs';
import { runSteps, selectSteps } from './runSteps.mjs';
import { testSteps } from './testSteps.mjs';

const begin = (/** @type {string} */ titles) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K… ${titles}`);
};

try {
  const steps = selectSteps(testSteps, process.argv.slice(2));
  const { failed } = await runSteps(steps, say, begin);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
