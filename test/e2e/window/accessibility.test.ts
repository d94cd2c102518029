/** axe over every screen, in each theme and both languages. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { openWindow } from '../../support/window.ts';

const WORDS = {
  en: {
    library: 'Library',
    claims: 'Claims',
    matrix: 'Matrix',
    notes: 'Notes',
    tags: 'Tags',
    search: 'Search',
    draft: 'Draft',
    export: 'Export',
    settings: 'Settings',
    guide: 'Guide',
  },
  fr: {
    library: 'Bibliothèque',
    claims: 'Affirmations',
    matrix: 'Matrice',
    notes: 'Notes',
    tags: 'Étiquettes',
    search: 'Recherche',
    draft: 'Brouillon',
    export: 'Exporter',
    settings: 'Réglages',
    guide: 'Guide',
  },
} as const;

/** One quotation as it stands, one altered, one of nowhere, and a figure. */
const DRAFT = `« Les arbitrages sont faits, les marchés sont signés, le prix est ferme », répond Ivan Delorgue. Il ajoute :
« je n’ai jamais dit que 412 était le début de l’histoire ». Et « la lune est un fromage de Hollande » pour 12 % des gens.`;

interface Situation {
  readonly locale: 'en' | 'fr';
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

describe('axe finds nothing', () => {
  it.each<Situation>([
    { locale: 'en', scheme: 'light', width: 1280 },
    { locale: 'fr', scheme: 'dark', width: 1920 },
    { locale: 'fr', scheme: 'light', width: 1000 },
  ])(
    'in $locale, $scheme, $width wide, on every screen',
    { timeout: 120_000 },
    async ({ locale, scheme, width }) => {
      const { page, complaints } = await openWindow({
        args: ['--sample'],
        env: { LANG: locale === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8' },
        context: {
          locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
          colorScheme: scheme,
          viewport: { width, height: 800 },
          reducedMotion: 'reduce',
        },
      });
      const words = WORDS[locale];
      const rail = page.getByRole('navigation').first();
      const visit = (name: string): Promise<void> => rail.getByRole('button', { name, exact: true }).click();
      const found: Record<string, readonly string[]> = {};

      await visit(words.claims);
      await page.getByRole('main').getByRole('option').first().waitFor();
      found['ledger'] = await findingsOf(page);
      await page.getByRole('main').getByRole('option').first().click();
      await page.getByRole('blockquote').first().waitFor();
      found['claim'] = await findingsOf(page);

      await visit(words.matrix);
      await page.getByRole('grid').waitFor();
      found['matrix'] = await findingsOf(page);

      await visit(words.notes);
      await page.getByRole('main').getByRole('option').first().click();
      await page.getByRole('main').getByRole('article').getByRole('heading').first().waitFor();
      found['note'] = await findingsOf(page);

      await visit(words.tags);
      await page.getByRole('tree').waitFor();
      found['tags'] = await findingsOf(page);

      await visit(words.search);
      await page.getByRole('search').getByRole('combobox').fill('euros');
      await page.getByRole('main').locator('mark').first().waitFor();
      found['search'] = await findingsOf(page);

      await visit(words.draft);
      await page.getByRole('textbox', { name: words.draft }).fill(DRAFT);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('main').getByRole('option').first().waitFor();
      found['draft'] = await findingsOf(page);

      for (const screen of ['export', 'settings', 'guide'] as const) {
        await visit(words[screen]);
        await page.getByRole('main').getByRole('heading').first().waitFor();
        found[screen] = await findingsOf(page);
      }

      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      found['palette'] = await findingsOf(page);
      await page.keyboard.press('Escape');

      await page.keyboard.press('g');
      await page.keyboard.press('l');
      await page.keyboard.press('j');
      await page.getByRole('article').waitFor();
      // What a table of an article leaves empty stays empty.
      const inReader = await findingsOf(page);
      found['reader'] = inReader.filter((finding) => !finding.startsWith('empty-table-header '));

      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
      expect(complaints).toEqual([]);
    },
  );
});
