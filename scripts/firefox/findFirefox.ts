import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns the path of a Firefox on this machine, null where there is none */
export function findFirefox(): string | null {
  const named = process.env.SVAE_LAB_FIREFOX;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`SVAE_LAB_FIREFOX is ${named}, which is not a program.`);
  }
  return usualPlaces().find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((folder) =>
      join(process.env[folder] ?? '', 'Mozilla Firefox', 'firefox.exe'),
    );
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return folders.flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => join(folder, name)));
}
