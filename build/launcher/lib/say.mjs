/**
 * The launcher's own words. They go to stderr, so that standard output stays the app's alone.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`Dossier: ${sentence}\n`);
}

/**
 * Ends the launcher with a sentence instead of a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
