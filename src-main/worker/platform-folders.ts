/** Where an app keeps its data on each platform. Pure. */
import { posix, win32 } from 'node:path';

export interface FolderEnvironment {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `DOSSIER_DATA` overrides it: portable installations and tests. */
export function dataFolder({ platform, home, env }: FolderEnvironment): string {
  if (env['DOSSIER_DATA']) return env['DOSSIER_DATA'];
  switch (platform) {
    case 'win32':
      return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Dossier');
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Dossier');
    default:
      return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share'), 'dossier');
  }
}
