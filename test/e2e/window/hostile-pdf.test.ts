/** A PDF that would run, fetch, send and open: its pages are drawn, and nothing else comes of it. */
import { expect, it } from 'vitest';
import { setLines, writePdf } from '../../support/pdf-writer.ts';
import { serveWeb } from '../../support/web-server.ts';
import { openWindow } from '../../support/window.ts';

const SCRIPT = '(globalThis.dossierRan = 1; app.alert\\("x"\\); app.launchURL\\("ADDRESS", true\\);)';

/** Whatever a reader of PDFs may do by itself, at a click, or when a page is shown. */
const ACTIONS = [
  `<< /S /JavaScript /JS ${SCRIPT} >>`,
  '<< /S /URI /URI (ADDRESS) >>',
  '<< /S /Launch /F << /Type /Filespec /FS /URL /F (ADDRESS) >> >>',
  '<< /S /GoToR /F << /Type /Filespec /FS /URL /F (ADDRESS) >> /D [0 /Fit] >>',
  '<< /S /SubmitForm /F << /FS /URL /F (ADDRESS) >> /Flags 4 >>',
  '<< /S /ImportData /F << /FS /URL /F (ADDRESS) >> >>',
];
const FILE =
  '<< /Type /Filespec /F (run.exe) /UF (run.exe) /FS /URL /EF << /F 2 0 R >> /Desc (javascript:alert(1)) >>';

/** The font program's matrix was once compiled as script by readers of PDFs. */
const FONT = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Evil /FirstChar 65 /LastChar 65 /Widths [600]',
  '/FontMatrix [0.001 0 0 0.001 0 (0\\); globalThis.dossierRan = 2; //)] >>',
].join(' ');

/** An image whose bytes lie at an address, a form that refers to another file, and the font. */
const RESOURCES = [
  '/Resources <<',
  `/Font << /F0 3 0 R /Evil ${FONT} >>`,
  '/XObject << /Ext << /Type /XObject /Subtype /Form /BBox [0 0 9 9]',
  '/Ref << /F << /FS /URL /F (ADDRESS) >> /Page 0 >> /F << /FS /URL /F (ADDRESS) >> >> >>',
  '>>',
].join(' ');

function hostilePdf(address: string): Uint8Array {
  const links = ACTIONS.map(
    (action) => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] /A ${action} >>`,
  );
  const widget = `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 595 842] /A ${ACTIONS[0]} /AA << /E ${ACTIONS[0]} /PO ${ACTIONS[0]} >> >>`;
  const media = `<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent << /Assets << /Names [(a) ${FILE}] >> >> >>`;
  const attached = `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${FILE} >>`;
  const catalog = [
    `/OpenAction ${ACTIONS[0]}`,
    `/AA << /WC ${ACTIONS[0]} /DS ${ACTIONS[0]} >>`,
    `/Names << /JavaScript << /Names [(a) ${ACTIONS[0]}] >> /EmbeddedFiles << /Names [(run.exe) ${FILE}] >> >>`,
    `/URI << /Base (ADDRESS) >>`,
    `/AcroForm << /Fields [${widget}] /NeedAppearances true /XFA (<script>globalThis.dossierRan = 3</script>) >>`,
    `/Metadata ${FILE}`,
  ].join(' ');
  const entries = `${RESOURCES} /Annots [${[...links, widget, media, attached].join(' ')}] /AA << /O ${ACTIONS[0]} /C ${ACTIONS[0]} >>`;
  const texts = setLines(['The council of the valley met on Tuesday'], { x: 72, y: 120 });
  const pages = [{ texts, entries: entries.replaceAll('ADDRESS', address) }];
  return writePdf(pages, {
    info: { Title: 'Minutes of the valley' },
    catalog: catalog.replaceAll('ADDRESS', address),
  });
}

it('draws a PDF full of actions, and runs, fetches, sends and opens nothing', async () => {
  const bait = await serveWeb({ '/': 'fetched' });
  const { page, app, complaints, foreignRequests } = await openWindow({ args: ['--sample'] });
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => opened.push(`window ${popup.url()}`));
  page.on('download', (download) => opened.push(`download ${download.suggestedFilename()}`));
  await app.client.call('source.import', { bytes: hostilePdf(`${bait.origin}/`), fileName: 'minutes.pdf' });
  await page.getByText('Minutes of the valley').first().click();
  await page.getByRole('article').getByText('The council of the valley met').waitFor();
  await page.getByRole('button', { name: 'Original pages' }).click();
  const drawn = page.getByRole('img', { name: 'Page 1 as in the original' });
  const isDrawn = () =>
    drawn.evaluate((place) => {
      const canvas = place.querySelector('canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value, at) => at % 4 === 0 && value < 100 && (pixels[at + 3] ?? 0) > 0);
    });
  await expect.poll(isDrawn, { timeout: 20_000 }).toBe(true);
  // Where the links, the button and the attachment are.
  await drawn.click({ position: { x: 40, y: 40 } });
  await drawn.click();
  const region = page.getByRole('region', { name: 'Pages of the original' });
  expect(await region.locator('a, iframe, object, embed, input, form, script').count()).toBe(0);
  expect(await page.evaluate(() => 'dossierRan' in globalThis)).toBe(false);
  expect({ opened, asked: bait.asked, foreignRequests, complaints }).toEqual({
    opened: [],
    asked: [],
    foreignRequests: [],
    complaints: [],
  });
});
