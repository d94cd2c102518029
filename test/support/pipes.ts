import { execFileSync } from 'node:child_process';

const MAKER = '/usr/bin/env';

/** Makes a pipe among the files that nobody writes to; not on Windows. */
export function makePipe(path: string): void {
  execFileSync(MAKER, ['mkfifo', path]);
}
