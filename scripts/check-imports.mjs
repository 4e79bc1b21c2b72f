// Fails when a file of src/ imports what the architecture does not let it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenImports } from './imports.mjs';
import { root } from './processes.mjs';

const folder = join(root, 'src');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .sort();
const sources = new Map(
  files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
);

const messages = forbiddenImports(sources);
for (const message of messages) console.error(message);
console.log(`${sources.size} files, ${messages.length} forbidden imports`);
if (messages.length > 0) process.exitCode = 1;
