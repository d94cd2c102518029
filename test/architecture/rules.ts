/** Reads imports as text and holds them against the layers. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { Layer } from './layer.ts';
import { LAYERS } from './layers.ts';

export interface Module {
  /** Repository path with forward slashes. */
  readonly path: string;
  readonly imports: readonly string[];
}

/** Static, type-only, dynamic and re-exporting imports, and the patterns of `import.meta.glob`. */
export function readImports(path: string, source: string): string[] {
  const code = path.endsWith('.svelte') ? scriptsOf(source) : source;
  const listed = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  const globbed = [...code.matchAll(/import\.meta\.glob[^(]*\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return [...listed, ...globbed];
}

/** What running a file loads at once: imports that are more than types, and not those it asks for later. */
export function readLoaded(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    const isType = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && !isType ? [moduleSpecifier.text] : [];
  });
}

/** @returns the packages that `entry` loads, by way of any number of files */
export function packagesLoadedBy(entry: string, loaded: ReadonlyMap<string, readonly string[]>): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const name of loaded.get(path) ?? []) {
      const target = resolveImport(path, name);
      if (target !== null) open.push(target);
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return [...packages].toSorted();
}

function scriptsOf(svelte: string): string {
  return [...svelte.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

export function layerOf(path: string): Layer | null {
  return LAYERS.find(({ files }) => files.test(path)) ?? null;
}

/** @returns the repository path of a relative import, or null for a package */
export function resolveImport(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  return bare.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), bare)) : null;
}

/** @returns one sentence a violation */
export function findViolations(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const layer = layerOf(module.path);
    if (!layer) return [`${module.path} belongs to no layer`];
    return module.imports.flatMap((specifier) => judge(module.path, layer, specifier) ?? []);
  });
}

function judge(from: string, layer: Layer, specifier: string): string | null {
  const target = resolveImport(from, specifier);
  if (target === null) {
    const known = layer.packages.some((pattern) => pattern.test(specifier));
    return known ? null : `${from} (${layer.name}) must not import the package ${specifier}`;
  }
  const other = layerOf(target);
  if (!other) return `${from} imports ${target}, which belongs to no layer`;
  if (other !== layer && !layer.may.includes(other.name)) {
    return `${from} (${layer.name}) must not import ${target} (${other.name})`;
  }
  if (other === layer && layer.features && featureOf(layer, from) !== featureOf(layer, target)) {
    return `${from} must not import another feature, ${target}`;
  }
  return null;
}

function featureOf(layer: Layer, path: string): string | undefined {
  return layer.features?.exec(path)?.[1];
}

/** @returns each import cycle once, as the paths on it */
export function findCycles(modules: readonly Module[]): string[][] {
  const graph = new Map(
    modules.map(({ path, imports }) => [path, imports.flatMap((name) => resolveImport(path, name) ?? [])]),
  );
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
