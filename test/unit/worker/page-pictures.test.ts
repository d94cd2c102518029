import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { CallRequest } from '../../../src-main/common/contract/client.ts';
import { success } from '../../../src-main/common/contract/result.ts';
import { importFile } from '../../../src-main/worker/import-file.ts';
import { findPictures } from '../../../src-main/worker/page-pictures.ts';
import { tempFolder } from '../../support/temp.ts';

let folder: string;
beforeEach(() => {
  folder = tempFolder();
});

function put(...parts: readonly string[]): void {
  const path = join(folder, ...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, parts.join('/'));
}

const pathsOf = async (page: string): Promise<string[]> =>
  (await findPictures(join(folder, page))).map(({ path }) => path).toSorted();

it('finds the pictures of a page by the name of the folder beside it', async () => {
  put('A.page.html');
  for (const name of ['map.PNG', 'no ending', 'frame.html', 'style.css']) put('A.page_fichiers', name);
  put('A.page_fichiers', 'deep', 'x.png');
  expect(await pathsOf('A.page.html')).toEqual(['A.page_fichiers/map.PNG', 'A.page_fichiers/no ending']);
  expect(await pathsOf('other.html')).toEqual([]);
  expect(await pathsOf('A.page.pdf')).toEqual([]);
});

it('goes to no folder and no file that is a link', async () => {
  put('secret', 'map.png');
  put('page_files', 'own.png');
  symlinkSync(join(folder, 'secret', 'map.png'), join(folder, 'page_files', 'link.png'));
  symlinkSync(join(folder, 'secret'), join(folder, 'other_files'));
  expect(await pathsOf('page.html')).toEqual(['page_files/own.png']);
  expect(await pathsOf('other.html')).toEqual([]);
});

it('gives them with a file that a window was asked to take', async () => {
  put('page.html');
  put('page_files', 'map.png');
  const asked: CallRequest[] = [];
  const target = {
    call: (request: CallRequest) => {
      asked.push(request);
      return Promise.resolve(success({}));
    },
  };
  await importFile(target, join(folder, 'page.html'));
  expect(asked[0]?.input).toMatchObject({ fileName: 'page.html', files: [{ path: 'page_files/map.png' }] });
});
