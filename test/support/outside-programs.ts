/** Programs of others that tests ask for their opinion, where they are installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tempFolder } from './temp.ts';

function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export const soffice = findProgram('soffice');
export const pdftotext = findProgram('pdftotext');

/** LibreOffice's reading of a file, as another file; its own profile lies in a folder that goes away. */
export function convertWithOffice(program: string, file: string, target: string): Buffer {
  const out = tempFolder();
  const profile = `-env:UserInstallation=file://${tempFolder()}`;
  execFileSync(program, [profile, '--headless', '--convert-to', target, '--outdir', out, file], {
    stdio: 'pipe',
    timeout: 100_000,
  });
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return readFileSync(join(out, `${name}.${target.split(':', 1)[0]}`));
}

export function textOfPdf(program: string, file: string): string {
  return execFileSync(program, ['-layout', file, '-'], { encoding: 'utf8', timeout: 60_000 });
}
