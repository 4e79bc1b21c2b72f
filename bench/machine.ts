import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/processes.mjs';

/** Processes that wanted a core over the last minute, of whatever program. */
export function load(): number {
  return loadavg()[0];
}

/** The machine in words; nothing that tells whose it is. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${processors.length} cores (${model}), ${platform()} ${arch()}, Node ${process.versions.node}`;
}

/** What is measured: "0.9.0 (1f363577)", without the commit where there is no history. */
export function projectVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    return `${version} (${execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim()})`;
  } catch {
    return version;
  }
}
