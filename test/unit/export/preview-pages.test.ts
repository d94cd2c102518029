/** What is shown of files that are no texts, before they are made. */
import { expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

it.each(['pdf', 'docx'] as const)(
  'shows a %s as the page of the same content, and makes none',
  async (format) => {
    let printed = 0;
    const printer = {
      print: () => {
        printed += 1;
        return Promise.resolve(new Uint8Array(8));
      },
    };
    const { run } = openTestEngine(undefined, { printer });
    await run('source.import', {
      bytes: bytesOf('The plant\n\nIt will cost 412 million.'),
      fileName: 'a.txt',
    });
    const { files, text } = await run('export.preview', { format });
    expect(files).toMatchObject([
      { path: expect.stringMatching(new RegExp(`\\.${format}$`)) as string, bytes: null },
    ]);
    expect(text?.path).toMatch(/\.html$/);
    expect(text?.content).toContain('412 million');
    expect(printed).toBe(0);
    if (format === 'docx') return;
    const exported = await run('export.run', { format });
    expect(exported.files.map(({ path, data }) => [path, data?.length])).toEqual([[files[0]?.path, 8]]);
    expect(printed).toBe(1);
  },
);

it('leaves no file where printing fails', async () => {
  const printer = { print: () => Promise.reject(new DossierError('print-failed', { reason: 'no-pdf' })) };
  const { codeOf, run } = openTestEngine(undefined, { printer });
  await run('source.import', { bytes: bytesOf('The plant\n\nIt will cost 412 million.'), fileName: 'a.txt' });
  expect(await codeOf('export.run', { format: 'pdf' })).toBe('print-failed');
});
