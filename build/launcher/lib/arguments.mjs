/** What `npm start -- …` was asked to open. */

/**
 * @typedef {{ readonly kind: 'last' } | { readonly kind: 'sample' } | { readonly kind: 'notebook', readonly path: string }
 *   | { readonly kind: 'import', readonly path: string }} Target
 */
/** The first bytes of every SQLite database. */
const SQLITE_MAGIC = 'SQLite format 3\0';

export const USAGE = 'usage: npm start [-- --sample | -- NOTEBOOK.dossier | -- FILE-TO-IMPORT]';

/**
 * @param {readonly string[]} args
 * @param {(path: string) => string | undefined} firstBytes the start of a file, '' for a folder, undefined where nothing is
 * @returns {Target | { readonly problem: string }}
 */
export function parseArguments(args, firstBytes) {
  const [argument, ...others] = args.filter((each) => each !== '--');
  if (others.length > 0) return { problem: `one thing at a time. ${USAGE}` };
  if (argument === undefined) return { kind: 'last' };
  if (argument === '--sample') return { kind: 'sample' };
  if (argument.startsWith('-')) return { problem: `unknown option ${argument}. ${USAGE}` };
  return targetOf(argument, firstBytes(argument));
}

/**
 * @param {string} path
 * @param {string | undefined} bytes
 * @returns {Target | { readonly problem: string }}
 */
function targetOf(path, bytes) {
  if (path.endsWith('.dossier') || bytes?.startsWith(SQLITE_MAGIC)) return { kind: 'notebook', path };
  if (bytes === undefined) return { problem: `there is no file ${path}` };
  return { kind: 'import', path };
}

/**
 * The options that every host understands.
 * @param {Target} target
 * @returns {string[]}
 */
export function hostArguments(target) {
  if (target.kind === 'sample') return ['--sample'];
  if (target.kind === 'notebook') return ['--notebook', target.path];
  return [];
}
