import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS } from './layers.ts';
import {
  findCycles,
  findViolations,
  layerOf,
  packagesLoadedBy,
  readImports,
  readLoaded,
  type Module,
} from './rules.ts';

const root = join(import.meta.dirname, '../..');

function readModules(): Module[] {
  return ['src-main', 'src-renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|svelte|css)$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = relative(root, file).split(sep).join('/');
        return { path, imports: path.endsWith('.css') ? [] : readImports(path, readFileSync(file, 'utf8')) };
      }),
  );
}

const modules = readModules();

describe('the layers', () => {
  it('are kept by every import of the app', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(findViolations(modules)).toEqual([]);
  });

  it('hold no import cycle', () => {
    expect(findCycles(modules).filter((cycle) => !isRecursiveMarkup(cycle))).toEqual([]);
  });

  it('name only layers that exist', () => {
    const names = new Set(LAYERS.map(({ name }) => name));
    expect(LAYERS.flatMap(({ may }) => may).filter((name) => !names.has(name))).toEqual([]);
  });

  it('each hold a file, so that a rule for a file that was renamed is noticed', () => {
    const owners = new Set(modules.map(({ path }) => layerOf(path)?.name));
    const ofTheApp = LAYERS.filter(({ files }) => files.source.startsWith('^src-'));
    expect(ofTheApp.map(({ name }) => name).filter((name) => !owners.has(name))).toEqual([]);
  });
});

/** Markup of a tree renders itself: components of one folder may import each other. */
function isRecursiveMarkup(cycle: readonly string[]): boolean {
  return cycle.every((path) => path.endsWith('.svelte') && dirname(path) === dirname(cycle[0] ?? ''));
}

/** One planted offender a rule: each line must be refused, or the rule is not a rule. */
const OFFENDERS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ['common takes no Node', 'src-main/common/document/x.ts', "import { join } from 'node:path';"],
  [
    'common takes no core, even as a type',
    'src-main/common/contract/x.ts',
    "import type { Ports } from '../../core/ports.ts';",
  ],
  [
    'language stands alone',
    'src-main/common/language/x.ts',
    "import { COLORS } from '../contract/entities.ts';",
  ],
  [
    'a feature takes no other feature',
    'src-main/core/claims/x.ts',
    "import { parseCapture } from '../capture/parse.ts';",
  ],
  [
    'only capture takes parsers of untrusted bytes',
    'src-main/core/export/x.ts',
    "import { parse } from 'parse5';",
  ],
  ['a plain feature takes no package', 'src-main/core/claims/x.ts', "import { parse } from 'yaml';"],
  ['a document knows no contract', 'src-main/common/document/x.ts', "export * from '../contract/errors.ts';"],
  [
    'the workspace takes no feature',
    'src-main/worker/workspace.ts',
    "import { createSearcher } from '../core/search/searcher.ts';",
  ],
  [
    'only the sample’s maker takes its texts',
    'src-main/worker/x.ts',
    "const all = import.meta.glob('../../db/sample/articles/*');",
  ],
  [
    'a host takes no engine',
    'src-main/hosts/browser/x.ts',
    "import { openEngine } from '../../worker/engine-process.ts';",
  ],
  [
    'the command line takes no worker',
    'src-main/hosts/cli/x.ts',
    "import { defaultNotebook } from '../../worker/app-state.ts';",
  ],
  ['a feature takes no engine', 'src-main/core/library/x.ts', "import { createEngine } from '../engine.ts';"],
  ['a feature takes no http', 'src-main/core/library/x.ts', "import http from 'node:http';"],
  [
    'only the connection takes better-sqlite3',
    'src-main/core/storage/x.ts',
    "import Database from 'better-sqlite3';",
  ],
  ['only search takes lunr', 'src-main/core/library/x.ts', "import lunr from 'lunr';"],
  [
    'only the analysis of words takes lunr',
    'src-main/core/search/query/x.ts',
    "import { lunr } from 'lunr';",
  ],
  [
    'the index takes no query',
    'src-main/core/search/index/x.ts',
    "import { parseQuery } from '../query/parse.ts';",
  ],
  [
    'the upkeep of the index takes no answer',
    'src-main/core/search/upkeep/x.ts',
    "import { makeSnippet } from '../answer/snippet.ts';",
  ],
  ['storage takes no feature', 'src-main/core/storage/x.ts', "export * from '../claims/rules.ts';"],
  [
    'the engine takes no host',
    'src-main/core/engine.ts',
    "const host = await import('../hosts/cli/main.ts');",
  ],
  [
    'a worker takes no host',
    'src-main/worker/x.ts',
    "import { startServer } from '../hosts/browser/server.ts';",
  ],
  [
    'a worker takes no storage',
    'src-main/worker/x.ts',
    "import { connect } from '../core/storage/connection.ts';",
  ],
  [
    'a host takes no other host',
    'src-main/hosts/cli/x.ts',
    "import { startServer } from '../browser/server.ts';",
  ],
  [
    'a host takes no core feature',
    'src-main/hosts/cli/x.ts',
    "import { checkReason } from '../../core/claims/rules.ts';",
  ],
  ['only the Electron host takes electron', 'src-main/hosts/browser/x.ts', "import { app } from 'electron';"],
  [
    'preload takes contract and electron only',
    'src-main/hosts/electron/preload.ts',
    "import { readFileSync } from 'node:fs';",
  ],
  [
    'ui knows no state',
    'src-renderer/ui/X.svelte',
    '<script lang="ts">import { useApp } from \'../state/context.ts\';</script>',
  ],
  [
    'ui knows no contract',
    'src-renderer/ui/x.ts',
    "import type { Claim } from '../../src-main/common/contract/entities.ts';",
  ],
  [
    'the bridge knows the contract only',
    'src-renderer/bridge/x.ts',
    "import { layoutText } from '../../src-main/common/document/canonical.ts';",
  ],
  ['state knows no screen', 'src-renderer/state/x.ts', "import X from '../features/claims/X.svelte';"],
  [
    'anchoring knows no state',
    'src-renderer/anchoring/x.ts',
    "import { useApp } from '../state/context.ts';",
  ],
  [
    'a screen takes no other screen',
    'src-renderer/features/claims/X.svelte',
    "<script>import R from '../reader/Reader.svelte';</script>",
  ],
  [
    'the renderer takes no core',
    'src-renderer/state/x.ts',
    "import type { Ports } from '../../src-main/core/ports.ts';",
  ],
  ['the renderer takes no Node', 'src-renderer/features/export/x.ts', "import { join } from 'node:path';"],
  ['nobody imports test', 'src-main/worker/x.ts', "import { temp } from '../support/temp.ts';"],
  [
    'nobody imports build',
    'src-main/worker/x.ts',
    "import { prepare } from '../../build/launcher/prepare.mjs';",
  ],
  ['an unclassified package is refused', 'src-main/core/library/x.ts', "import _ from 'lodash';"],
  ['an unclassified file is refused', 'src-main/elsewhere/x.ts', ''],
  [
    'a glob is an import',
    'src-main/core/library/x.ts',
    "const all = import.meta.glob('../../../db/migrations/*.sql');",
  ],
];

describe('a planted offender is refused', () => {
  it.each(OFFENDERS)('%s', (_rule, path, code) => {
    expect(findViolations([{ path, imports: readImports(path, code) }])).toHaveLength(1);
  });

  it('and so is a cycle', () => {
    const a = { path: 'src-main/worker/a.ts', imports: ['./b.ts'] };
    const b = { path: 'src-main/worker/b.ts', imports: ['./a.ts'] };
    expect(findCycles([a, b])).toHaveLength(1);
  });
});

describe('other machines', () => {
  it('are asked for something by the fetcher alone', () => {
    const found = modules
      .map(({ path }) => path)
      .filter((path) => path.startsWith('src-main/') && !path.startsWith('src-main/worker/fetch/'))
      .filter((path) => OUTGOING.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    "import { request } from 'node:https';",
    "import { createServer, request } from 'node:http';",
    "import { lookup } from 'node:dns/promises';",
    "import { connect } from 'node:net';",
    'await fetch(address)',
    'new WebSocket(address)',
    "net.request('https://example.org/')",
  ])('would be noticed as %s', (offender) => {
    expect(OUTGOING.test(offender)).toBe(true);
  });
});

const OUTGOING =
  /from 'node:(?:https|http2|dns|dgram|tls)|import \{[^}]*\b(?:request|get)\b[^}]*\} from 'node:http'|import \{[^}]*\b(?:connect|createConnection|Socket as)\b[^}]*\} from 'node:net'|(?:await|=|return|=>|void)\s+fetch\(|new WebSocket|\bnet\.(?:request|fetch)\(/;

describe('parsers of foreign bytes', () => {
  /** With their tables they take fifty megabytes a thread, and a tenth of a second of each start. */
  const PARSERS = /^(?:linkedom|parse5|eld|@mozilla|pdfjs-dist|chrono-node|hast-util|mdast-util-gfm)/;
  const loaded = new Map(
    modules.map(({ path }) => [path, readLoaded(path, readFileSync(join(root, path), 'utf8'))]),
  );
  const parsersOf = (entry: string) => packagesLoadedBy(entry, loaded).filter((name) => PARSERS.test(name));

  it.each(['src-main/dossier.ts', 'src-main/worker/engine-process.ts', 'src-main/worker/search-worker.ts'])(
    'are not loaded by %s',
    (entry) => {
      expect(loaded.has(entry)).toBe(true);
      expect(parsersOf(entry)).toEqual([]);
    },
  );

  it('are loaded by the thread that parses', () => {
    expect(parsersOf('src-main/worker/serve-capture.ts')).toContain('linkedom');
  });
});

describe('raw HTML', () => {
  it('is put into the page nowhere', () => {
    const found = modules
      .map(({ path }) => path)
      .filter((path) => path.startsWith('src-renderer/'))
      .filter((path) => RAW_HTML.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    '{@html body}',
    'node.innerHTML = body',
    'node.insertAdjacentHTML("x", body)',
    'document.write(body)',
  ])('would be noticed as %s', (offender) => {
    expect(RAW_HTML.test(offender)).toBe(true);
  });
});

const RAW_HTML =
  /\{@html|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment/;
