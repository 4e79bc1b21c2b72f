import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The SHA-256 of plain data, of its JSON without spaces. Layout and line ends of a file do not
 * matter to it; every key, number and letter does.
 */
export function checksumOf(data: unknown): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(JSON.stringify(data))))}`;
}
