/** The folder that a browser puts beside a page that it saves whole: how it is called, and what of it is taken. */

const PAGE = /\.x?html?$/i;
/** What browsers put after the page's name, by their language. */
const SUFFIXES = ['_files', '_fichiers', '-Dateien', '_archivos', '_file', '_bestanden', '_ficheiros'];
/** With no ending too: what a picture is, is told by its bytes. */
const PICTURE = /^[^.]*$|\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i;

/** Of one page. */
export const PICTURE_LIMITS = { count: 500, bytes: 10 * 1024 * 1024, total: 50 * 1024 * 1024 } as const;

export const isPage = (name: string): boolean => PAGE.test(name);
export const isPicture = (name: string): boolean => PICTURE.test(name);

/** How the folder beside a page may be called. */
export function pageFoldersOf(page: string): readonly string[] {
  if (!isPage(page)) return [];
  const stem = page.replace(PAGE, '');
  return SUFFIXES.map((suffix) => `${stem}${suffix}`);
}

/** Whether a folder is what a browser put beside one of the pages: its frames are no articles. */
export function isPageFolder(folder: string, siblings: readonly string[]): boolean {
  return siblings.some((name) => pageFoldersOf(name).includes(folder));
}
