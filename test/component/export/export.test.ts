import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../../../src-main/common/contract/client.ts';
import type { TemplateId } from '../../../src-main/common/contract/export-commands.ts';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import type { Download } from '../../../src-renderer/features/export/bundle.ts';
import { ExportState } from '../../../src-renderer/features/export/export.svelte.ts';
import { splitStyles } from '../../../src-renderer/features/export/page-styles.ts';
import type { ExportScope } from '../../../src-renderer/state/routes.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { type Answers, createFakeNotebook } from '../claims/support/fake-notebook.ts';

const file = (path: string, content: string | null) => ({ path, bytes: 1, sha256: '', content, data: null });
const exported = { files: [file('claims.md', '# Claims'), file('a.md', '# A')], warnings: [] };
const counts = { sources: 1, excerpts: 1, claims: 0, notes: 0 };
const preview = {
  counts,
  shown: counts,
  files: [
    { path: 'claims.md', bytes: 8, things: null },
    { path: 'a.md', bytes: 3, things: null },
  ],
  text: { path: 'claims.md', content: '# Claims', isCut: false },
  warnings: [],
};
type Sent = { readonly out?: string; readonly force?: boolean };

async function prepare(answers: Answers, can: 'dialogs' | 'downloads', scope?: ExportScope) {
  const notebook = createFakeNotebook(
    {
      'export.run': () => exported,
      'export.preview': () => preview,
      'template.list': () => ({ templates: [], builtIn: [] }),
      ...answers,
    },
    can === 'dialogs' ? ['native-dialogs', 'write-exports'] : [],
  );
  const app = new AppState(notebook.client);
  app.locale = 'en';
  const downloads: Download[] = [];
  const exporting = new ExportState(app, scope, (download) => downloads.push(download));
  exporting.prepare();
  await settle();
  return { app, exporting, downloads, ...notebook };
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const written = (sent: readonly unknown[]): readonly Sent[] =>
  (sent as readonly Sent[]).filter((input) => input.out !== undefined);

describe('an export without a host that writes', () => {
  it('is handed to the downloads, and a notice says so', async () => {
    const { app, exporting, downloads, sent } = await prepare({}, 'downloads');
    await exporting.export();
    expect(downloads.map(({ name }) => name)).toEqual(['dossier-notes.zip']);
    expect(written(sent('export.run'))).toEqual([]);
    expect(app.notices.list.map(({ text }) => text).join()).toContain('dossier-notes.zip');
  });
});

describe('an export where the host writes', () => {
  it('goes where the dialog says', async () => {
    const { app, exporting, downloads, sent } = await prepare(
      { 'host.choose': () => ({ path: '/notes' }) },
      'dialogs',
    );
    await exporting.export();
    expect(downloads).toEqual([]);
    expect(written(sent('export.run'))).toEqual([
      { format: 'markdown', locale: 'en', out: '/notes', force: false },
    ]);
    expect(app.notices.list.map(({ text }) => text).join()).toMatch(/2.files written to \/notes/);
  });

  it.each([
    ['html', 'export-file', 'claims.md'],
    ['bibtex', 'export-file', 'claims.md'],
    ['archive', 'export-file', 'dossier-notes.zip'],
    ['csv', 'export-folder', 'dossier-notes'],
  ] as const)('of %s asks for an %s', async (format, purpose, suggestion) => {
    const { exporting, sent } = await prepare({ 'host.choose': () => ({ path: null }) }, 'dialogs');
    exporting.change({ format });
    await exporting.export();
    expect(sent('host.choose')).toEqual([{ purpose, suggestion }]);
  });

  it('tells how far it is, and stops where it is told to', async () => {
    const { app, exporting, client } = await prepare(
      { 'host.choose': () => ({ path: '/notes' }) },
      'dialogs',
    );
    const { call } = client;
    let stopped = false;
    Object.assign(client, {
      call(name: string, input: unknown, options?: CallOptions) {
        if (name !== 'export.run') return (call as (...given: unknown[]) => unknown)(name, input, options);
        options?.onProgress?.(20, 500);
        const error = { code: 'cancelled', message: '', details: {}, retryable: true };
        return new Promise((resolve) => {
          options?.signal?.addEventListener('abort', () => {
            stopped = true;
            resolve({ ok: false, error });
          });
        });
      },
    });
    const running = exporting.export();
    await settle();
    expect([exporting.busy, exporting.progress]).toEqual([true, { done: 20, total: 500 }]);
    exporting.cancel();
    await running;
    expect([stopped, exporting.busy]).toEqual([true, false]);
    expect(app.notices.list.map(({ text }) => text).join()).toContain('cancelled');
  });

  it('does nothing where the dialog is closed', async () => {
    const { exporting, sent } = await prepare({ 'host.choose': () => ({ path: null }) }, 'dialogs');
    await exporting.export();
    expect(written(sent('export.run'))).toEqual([]);
    expect(exporting.busy).toBe(false);
  });

  it('asks before it replaces what is there', async () => {
    const { exporting, client, sent } = await prepare(
      { 'host.choose': () => ({ path: '/notes' }) },
      'dialogs',
    );
    const { call } = client;
    Object.assign(client, {
      call: (name: string, input: Sent) =>
        input.out !== undefined && input.force !== true
          ? Promise.resolve({
              ok: false,
              error: { code: 'target-exists', message: '', details: {}, retryable: false },
            })
          : (call as (name: string, input: unknown) => unknown)(name, input),
    });
    await exporting.export();
    expect(exporting.occupied).toBe('/notes');
    await exporting.replace();
    expect(exporting.occupied).toBeNull();
    expect(written(sent('export.run'))).toMatchObject([{ out: '/notes', force: true }]);
  });
});

describe('a template of one’s own', () => {
  const stored = { id: 't1', name: 'Mine', format: 'markdown', body: '# {{ notebook }}', updatedAt: '' };
  const builtIn = [{ name: 'notes', format: 'markdown', body: '# {{ source.title }}' }];
  const answers: Answers = {
    'template.list': () => ({ templates: [stored], builtIn }),
    'template.add': (input: unknown) => ({ template: { ...stored, ...(input as object) } }),
    'template.edit': () => ({ template: stored }),
  };

  async function open() {
    const prepared = await prepare(answers, 'downloads');
    const { template } = prepared.exporting;
    await template.load();
    template.choose({ kind: 'own', id: 't1' as TemplateId });
    return { ...prepared, template };
  }

  it('is what the preview and the export are written by, as it is typed', async () => {
    const { exporting, template, sent } = await open();
    template.type('{{ notebook | raw }}');
    expect([template.body, template.changed]).toEqual(['{{ notebook | raw }}', true]);
    exporting.prepare();
    await settle();
    expect(sent('export.preview').at(-1)).toMatchObject({ template: '{{ notebook | raw }}' });
    await exporting.export();
    expect(sent('export.run')).toMatchObject([{ template: '{{ notebook | raw }}' }]);
    template.revert();
    expect(template.body).toBe(stored.body);
  });

  it('keeps what is typed as a draft until it is saved as one change', async () => {
    const { template, sent } = await open();
    template.type('new');
    template.choose({ kind: 'none' });
    template.choose({ kind: 'own', id: 't1' as TemplateId });
    expect(template.body).toBe('new');
    await template.save();
    expect(sent('template.edit')).toEqual([{ id: 't1', body: 'new' }]);
    expect(template.changed).toBe(false);
  });

  it('begins as a copy of what was chosen', async () => {
    const { template, sent } = await open();
    template.choose({ kind: 'built-in', name: 'notes' });
    await template.copy('A copy');
    expect(sent('template.add')).toEqual([{ name: 'A copy', format: 'markdown', body: builtIn[0]?.body }]);
    expect(template.editing).toBe(true);
  });

  it('is none where the format takes none', async () => {
    const { exporting, template } = await open();
    exporting.change({ format: 'bibtex' });
    expect([template.format, template.body, template.editing]).toEqual([null, null, false]);
  });

  it('is told wrong with its line, and the last preview stays', async () => {
    const fault = {
      code: 'invalid',
      message: '',
      details: { what: 'template', reason: 'syntax', line: 3, column: 5 },
      retryable: false,
    };
    const { exporting, client, template } = await open();
    Object.assign(client, { call: () => Promise.resolve({ ok: false, error: fault }) });
    exporting.prepare();
    await settle();
    expect(template.fault(exporting.error)).toEqual({ line: 3, column: 5 });
    expect(exporting.preview).not.toBeNull();
    expect(exporting.ready).toBe(false);
  });
});

describe('the preview', () => {
  it('asks for what the screen was opened with, and for nothing while nothing is chosen', async () => {
    const { exporting, sent } = await prepare({}, 'downloads', {
      kind: 'sources',
      sources: ['s1' as SourceId],
    });
    expect(sent('export.preview')).toMatchObject([{ sources: ['s1'] }]);
    exporting.toggleSource('s1' as SourceId);
    exporting.prepare();
    await settle();
    expect(exporting.refusal).toBe('needSources');
    expect(exporting.ready).toBe(false);
    expect(sent('export.preview')).toHaveLength(1);
    expect(sent('export.run')).toEqual([]);
  });

  it('offers nothing to take away where the scope is empty', async () => {
    const warnings = [{ code: 'empty-scope', message: '' }];
    const { exporting, downloads } = await prepare(
      { 'export.preview': () => ({ ...preview, warnings }) },
      'downloads',
    );
    expect([exporting.empty, exporting.ready]).toEqual([true, false]);
    await exporting.export();
    expect(downloads).toEqual([]);
  });

  it('takes the rules of a page apart from it', () => {
    expect(splitStyles('<head><style>p{}</style></head><p>x</p><style media="print">i{}</style>')).toEqual({
      html: '<head></head><p>x</p>',
      css: 'p{}\ni{}',
    });
  });
});
