/** A library that is written in three parts. */
import type { CommandName } from '../../../../src-main/common/contract/commands.ts';
import { bytesOf, type TestEngine } from '../../../support/engine.ts';

export const ITEMS = 600;

/** CSL-JSON, as Zotero writes it. */
export const library = (count = ITEMS) =>
  bytesOf(
    JSON.stringify(
      Array.from({ length: count }, (_, at) => ({
        id: `http://zotero.org/users/1/items/${at}`,
        type: 'article-journal',
        title: `On the ${at}th bridge`,
        abstract: `What was found at bridge ${at}.`,
        author: [{ family: 'Moreau', given: 'Jeanne' }],
        URL: `https://example.org/bridges/${at}`,
      })),
    ),
  );

export const countSources = async ({ run }: TestEngine) => (await run('source.list', {})).sources.length;

/** Does something as soon as the first part is written. */
export function afterFirstPart(
  { engine }: TestEngine,
  act: () => unknown,
  command: CommandName = 'library.import',
): void {
  const stop = engine.subscribe((event) => {
    if (event.type !== 'changed' || event.command !== command) return;
    stop();
    act();
  });
}
