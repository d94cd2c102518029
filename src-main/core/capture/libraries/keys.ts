/** Identities of what has none in its library, made of what is stable in it. */
import { createHash } from 'node:crypto';

const LONGEST = 200;

export function hashKey(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.map((part) => part.normalize('NFC')).join('\0'))
    .digest('hex')
    .slice(0, 40);
}

/** As it is where that is short enough to be stored as it is. */
export function shortKey(key: string): string {
  return key.length <= LONGEST && key.isWellFormed() ? key : hashKey(key);
}
