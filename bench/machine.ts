import { arch, cpus, loadavg, platform } from 'node:os';

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
