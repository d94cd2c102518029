import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DossierError, ERROR_CODES } from '../../../src-main/common/contract/errors.ts';
import en from '../../../src-main/common/messages/cli/en.ts';
import fr from '../../../src-main/common/messages/cli/fr.ts';
import { VERBS } from '../../../src-main/hosts/cli/verb-table.ts';
import { createHarness } from './harness.ts';

describe('what stands on standard output', () => {
  it('is one JSON document under --json, whatever happens', async () => {
    const { run } = createHarness();
    for (const argv of [
      ['sources'],
      ['frobnicate'],
      ['import', 'missing'],
      ['--help'],
      ['--version'],
      ['undo'],
      [],
    ]) {
      const { out } = await run(...argv, '--json');
      expect(out.endsWith('\n')).toBe(true);
      expect(() => JSON.parse(out) as unknown).not.toThrow();
    }
  });

  it('is empty where there is only an error to tell, which is told on standard error', async () => {
    const { out, err, code } = await createHarness().run('sources');
    expect([out, code]).toEqual(['', 3]);
    expect(err).toContain('default.dossier');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('never carries control sequences from an article', async () => {
    const { run } = createHarness({
      stdin: 'Red \u001b[31malert\u0007 \u202Egpj\n\nSome words to read in here.',
    });
    expect((await run('import', '-')).out).not.toMatch(/[\u001b\u0007\u202e]/);
    expect((await run('sources')).out).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it('may be closed by its reader without any noise', async () => {
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const stdout = {
      write: (_text: string, done: (error: Error) => void) => {
        done(broken);
      },
      on: () => undefined,
    };
    const { code, err } = await createHarness({ stdout }).run('--help');
    expect([code, err]).toEqual([0, '']);
  });

  it('fails aloud where it cannot be written', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const stdout = {
      write: (_text: string, done: (error: Error) => void) => {
        done(full);
      },
      on: () => undefined,
    };
    const { code, err } = await createHarness({ stdout }).run('--help');
    expect(code).toBe(1);
    expect(err).not.toBe('');
  });
});

describe('exit codes', () => {
  it('are 3 for a verb that only reads and a notebook that is missing, which it does not make', async () => {
    const { run, cwd } = createHarness();
    for (const argv of [
      ['sources'],
      ['show', 'x'],
      ['search', 'x'],
      ['claim', 'list'],
      ['check'],
      ['excerpt', 'list'],
    ]) {
      const { code, out } = await run(...argv, '--notebook', 'no/such.dossier', '--json');
      expect(code).toBe(3);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'notebook-missing', details: {} } });
    }
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });

  it('are 0 for a verb that writes there: it makes the notebook and its folders', async () => {
    const { run, cwd } = createHarness({ stdin: 'A title\n\nAnd some words to keep.' });
    expect((await run('import', '-', '--notebook', 'new/folder/n.dossier')).code).toBe(0);
    expect(existsSync(join(cwd, 'new', 'folder', 'n.dossier'))).toBe(true);
  });

  it('are 3 for a file that is no notebook', async () => {
    const { run, json, cwd } = createHarness();
    writeFileSync(join(cwd, 'x.dossier'), 'not a database, but some longer text');
    expect((await run('sources', '--notebook', 'x.dossier')).code).toBe(3);
    expect((await json('claim', 'add', 'x', '--notebook', 'x.dossier')).error.code).toBe('notebook-foreign');
  });

  it('are 3 for whatever keeps a notebook from being opened', async () => {
    for (const code of [
      'notebook-locked',
      'notebook-newer',
      'notebook-damaged',
      'target-unwritable',
    ] as const) {
      const harness = createHarness({ refuse: new DossierError(code, { path: '/x' }), stdin: 'words' });
      expect((await harness.run('import', '-')).code).toBe(3);
      expect((await harness.json('sources')).error.code).toBe(code);
    }
  });

  it('are 1 for what is not there', async () => {
    const { run, json } = createHarness();
    expect((await run('claim', 'verify', 'nobody', '--reason', 'r')).code).toBe(1);
    expect((await json('claim', 'show', 'nobody')).error).toEqual({
      code: 'not-found',
      message: expect.stringContaining('nobody'),
      details: expect.objectContaining({ id: 'nobody' }),
    });
  });

  it('are 2 for wrong usage, told before the notebook is touched', async () => {
    const { run, json, cwd } = createHarness();
    expect((await run('claim', 'add')).code).toBe(2);
    expect((await run('attributions')).code).toBe(2);
    expect((await json('figures')).error.code).toBe('usage');
    expect(existsSync(join(cwd, 'default.dossier'))).toBe(false);
  });

  it('are 0 for help about everything, a group and each verb', async () => {
    const { run } = createHarness();
    expect((await run('--help')).out).toContain('excerpt add');
    expect((await run('claim', '--help')).out).toContain('claim verify');
    for (const { name, options } of VERBS) {
      const { code, out } = await run(...name.split(' '), '--help');
      expect(code).toBe(0);
      for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
    }
  });

  it('is told what an import takes, in both languages, without a notebook or a parser', async () => {
    const english = (await createHarness().run('import', '--help')).out;
    expect(english).toContain('Usage: dossier import PATH…|URL…|- […]');
    expect(english).toMatch(
      /files, whole folders, web addresses, standard input \(-\), or the exported library/,
    );
    for (const option of ['--as html|text|', '--images', '--allow-private', '--tag T', '--url U', '--json'])
      expect(english).toContain(option);
    const french = createHarness({ env: { LANG: 'fr_FR.UTF-8' } });
    const { out } = await french.run('import', '--help');
    expect(out).toMatch(/des dossiers entiers, des adresses web/);
    expect(existsSync(join(french.cwd, 'default.dossier'))).toBe(false);
  });

  it('describes each option of each verb, in both languages', async () => {
    const bare: string[] = [];
    for (const LANG of ['en_US', 'fr_FR']) {
      const { run } = createHarness({ env: { LANG } });
      for (const { name } of VERBS) {
        const { out } = await run(...name.split(' '), '--help');
        // A name with nothing after it, and no description on the next line either.
        const found = out.match(/^ {2}--\S+(?: \S+)* *\n(?! {4,}\S)/gm) ?? [];
        bare.push(...found.map((line) => `${name} ${line.trim()} (${LANG})`));
      }
    }
    expect(bare).toEqual([]);
  });
});

describe('words', () => {
  it('follow LC_ALL, then LC_MESSAGES, then LANG', async () => {
    const missing = async (env: Record<string, string>) => (await createHarness({ env }).run('sources')).err;
    expect(await missing({ LANG: 'fr_CA.UTF-8' })).toContain('pas de carnet');
    expect(await missing({ LANG: 'fr_FR', LC_MESSAGES: 'en_US' })).toContain('no notebook');
    expect(await missing({ LANG: 'en_US', LC_MESSAGES: 'en_US', LC_ALL: 'fr_FR' })).toContain(
      'pas de carnet',
    );
    expect(await missing({ LANG: 'de_DE.UTF-8' })).toContain('no notebook');
  });

  it('have the same places to fill in both languages', () => {
    const places = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [`${key} ${[...new Set(value.match(/\{\w+\}/g))].toSorted().join()}`]
          : places(value as object).map((place) => `${key}.${place}`),
      );
    expect(places(fr)).toEqual(expect.arrayContaining(places(en)));
    expect(places(fr)).toHaveLength(places(en).length);
  });

  it('are real French: no straight apostrophe, no plain space before what takes a narrow one', () => {
    const all = JSON.stringify(fr);
    expect(all).not.toMatch(/ [;:!?»]|« /);
    expect(all).not.toContain("'");
  });

  it('exist for every error code', async () => {
    for (const code of ERROR_CODES) {
      const harness = createHarness({ refuse: new DossierError(code, { path: '/x', id: 'y' }) });
      expect((await harness.run('sources')).err.length).toBeGreaterThan('dossier: \n'.length);
    }
  });
});

describe('what to do next is said', () => {
  it('where the notebook is missing or the target is there', async () => {
    const { run, cwd } = createHarness();
    expect((await run('sources')).err).toContain('--notebook');
    await run('claim', 'add', 'A claim');
    writeFileSync(join(cwd, 'o.html'), '');
    expect((await run('export', '--format', 'html', '--out', 'o.html')).err).toContain('--force');
    const forced = await run('export', '--format', 'markdown', '--out', 'o.html', '--force');
    expect([forced.code, forced.err]).toEqual([
      1,
      expect.stringContaining('markdown, obsidian, csv: a folder'),
    ]);
  });

  it('where a source is in the trash', async () => {
    const { run, json } = createHarness({ stdin: 'Words of an article.\n\nAnd some more.' });
    const { id } = (await json('import', '-')).sources[0];
    await run('source', 'remove', id);
    for (const argv of [
      ['excerpt', 'add', id, '--quote', 'some more'],
      ['export', '--format', 'html', '--out', 'o.html', '--source', id],
    ]) {
      const { code, err } = await run(...argv);
      expect([code, err]).toEqual([1, expect.stringContaining(`source restore ${id}`)]);
    }
  });

  it('where the port is taken', async () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    const { run } = createHarness({ serving: taken });
    const { code, out } = await run('serve', '--port', '8080', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('8080'), details: { what: 'port' } },
    });
  });

  it('where serve cannot make or read its notebook, by exit code 3', async () => {
    for (const code of ['target-unwritable', 'unreadable'] as const) {
      const { run } = createHarness({ serving: new DossierError(code, { path: '/x' }) });
      expect((await run('serve')).code).toBe(3);
    }
  });
});

describe('serve and bench', () => {
  it('pass on what was asked for', async () => {
    const { run, served, benched, cwd } = createHarness({ env: { LANG: 'fr' } });
    await run('serve', '--no-open', '--port', '0');
    await run('serve', '--notebook', 'n.dossier', '--sample');
    expect(served).toEqual([
      { notebook: null, port: 0, open: false, sample: false, locale: 'fr' },
      { notebook: join(cwd, 'n.dossier'), port: undefined, open: true, sample: true, locale: 'fr' },
    ]);
    await run('bench', '--size', '1000', '--json');
    expect(benched).toEqual([{ size: 1000, json: true, locale: 'fr' }]);
  });
});
