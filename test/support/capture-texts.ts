/** Captures texts by an engine of the test's own. */
import type { Output } from '../../src-main/common/contract/commands.ts';
import { bytesOf, type TestEngine } from './engine.ts';

type Imported = Output<'source.import'>;

/** Titled, so that the text begins with its title. */
export function capture(
  run: TestEngine['run'],
  title: string,
  text: string,
  url?: string,
): Promise<Imported> {
  const bytes = bytesOf(`# ${title}\n\n${text}`);
  return run('source.import', { bytes, fileName: `${title}.md`, ...(url === undefined ? {} : { url }) });
}

/** A saved page whose bytes differ by what stands around the article. */
export function capturePage(
  run: TestEngine['run'],
  page: { readonly title: string; readonly body: string; readonly noise: string; readonly url: string },
): Promise<Imported> {
  const { title, body, noise, url } = page;
  const html = `<!doctype html><html lang="en"><head><title>${title}</title><meta name="token" content="${noise}"></head>
    <body><article><h1>Headline</h1>${body}</article></body></html>`;
  return run('source.import', { bytes: bytesOf(html), fileName: 'page.html', url });
}
