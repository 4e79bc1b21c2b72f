// Installs the dependencies if they are missing or out of date. Other scripts start with this.
import { ensureDependencies } from './dependencies.mjs';

try {
  await ensureDependencies();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
