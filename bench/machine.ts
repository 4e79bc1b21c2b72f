import { arch, cpus, platform } from 'node:os';

/** The machine in words; nothing that tells whose it is. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${processors.length} cores (${model}), ${platform()} ${arch()}, Node ${process.versions.node}`;
}
