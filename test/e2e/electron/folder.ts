import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder that a whole suite shares. */
export interface Folder {
  readonly path: string;
  run(program: string, args: readonly string[]): Promise<{ readonly stdout: string; readonly code: number }>;
  remove(): void;
}

export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'dossier-electron-'));
  return {
    path,
    run: (program, args) =>
      new Promise((resolve) => {
        const child = execFile(
          program,
          [...args],
          { env: { ...process.env, DOSSIER_DATA: path } },
          (_error, stdout) => {
            resolve({ stdout, code: child.exitCode ?? -1 });
          },
        );
      }),
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
