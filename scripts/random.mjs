// Random links, tables and model files by the thousand: `npm run random`. The unit tests take a
// few of each. With `RANDOM_SEED=…`, as a failure tells it, a run is repeated.
import { runTool } from './processes.mjs';

const tests = ['scripts/random', 'randomTables'];
const { code, output } = await runTool('vitest', ['run', ...tests, '--reporter=verbose'], {
  env: { RANDOM_LINKS: '10000', RANDOM_MODELS: '1000', RANDOM_TABLES: '3000', ...process.env },
});
console.log(output);
process.exitCode = code;
