import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ClaimId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { buildClaim, buildEvidence } from '../claims/support/builders.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import MatrixHost from './support/MatrixHost.svelte';
import { type Drawn, buildMatrix } from './support/matrix.ts';

const drawn: Drawn = {
  rows: ['+#.', '..+'],
  origins: ['Nordet', 'Nordet', ''],
  flips: { 0: [1] },
  repeats: [[0, 1]],
};

async function open(matrix = buildMatrix(drawn), claims?: readonly string[]) {
  const notebook = createFakeNotebook({
    'claim.matrix': ({ csv }: { csv?: boolean }) => ({ ...matrix, csv: csv ? 'claim\r\n' : null }),
    'claim.summaries': () => ({ total: 2, claims: matrix.claims.map((claim) => ({ ...claim, tags: [] })) }),
    'claim.get': ({ id }: { id: string }) => ({
      claim: buildClaim({
        id,
        evidence: [buildEvidence({ sourceId: 's0' }), buildEvidence({ sourceId: 's1', excerptId: 'e2' })],
      }),
    }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  app.go({ view: 'matrix', ...(claims ? { claims: claims as ClaimId[] } : {}) });
  render(MatrixHost, { props: { app } });
  await screen.findByRole('heading', { level: 1 });
  return { app, ...notebook };
}

describe('the matrix', () => {
  it('says what to do where there is no claim', async () => {
    await open(buildMatrix({ rows: [] }));
    expect(await screen.findByText('No claim yet.')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('is a grid that tells what its size is, and for each cell what it says, in words', async () => {
    const { app } = await open();
    const grid = await screen.findByRole('grid', { name: 'Matrix' });
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    expect(grid.getAttribute('aria-colcount')).toBe('4');
    grid.focus();
    await fireEvent.keyDown(grid, { key: 'ArrowRight' });
    await fireEvent.keyDown(grid, { key: 'ArrowRight' });
    const active = (): HTMLElement | null =>
      document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    await waitFor(() => expect(active()?.getAttribute('aria-colindex')).toBe('3'));
    expect(active()?.getAttribute('role')).toBe('gridcell');
    expect(active()?.textContent).toBe(
      'disputes, 1\u00A0passage. Repeats Nordet, which is counted further left. Without this source the balance would be another one.',
    );
    expect(within(grid).getByRole('columnheader').textContent).toContain('Site 1');
    expect(within(grid).getByRole('rowheader').textContent).toContain('flips without Site 1');
    expect(app.matrix.place).toEqual({ claim: 'c0', source: 's1' });
  });

  it('shows what the cell at hand quotes, and opens it by Enter; a row’s header opens the claim', async () => {
    const { app } = await open();
    const grid = await screen.findByRole('grid', { name: 'Matrix' });
    grid.focus();
    await fireEvent.keyDown(grid, { key: 'ArrowRight' });
    expect(await screen.findByText('three hundred million')).toBeTruthy();
    await fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(app.route).toEqual({ view: 'library', source: 's0', excerpt: 'e1' }));
    app.go({ view: 'matrix' });
    await fireEvent.keyDown(await screen.findByRole('grid', { name: 'Matrix' }), { key: 'Home' });
    await fireEvent.keyDown(screen.getByRole('grid', { name: 'Matrix' }), { key: 'Enter' });
    await waitFor(() => expect(app.route).toEqual({ view: 'claims', claim: 'c0' }));
  });

  it('is a table by T, in which every cell is an element with its words', async () => {
    await open();
    await screen.findByRole('grid', { name: 'Matrix' });
    await fireEvent.keyDown(document.body, { key: 't' });
    const table = await waitFor(() => {
      const found = screen.getByRole('grid', { name: 'Matrix' });
      expect(found.tagName).toBe('TABLE');
      return found;
    });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(3 + 4);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
    const [cell] = [...table.querySelectorAll<HTMLElement>('[data-place="0 0"]')];
    expect(cell?.textContent).toContain('supports, 1\u00A0passage');
    cell?.focus();
    await fireEvent.keyDown(cell as HTMLElement, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-place')).toBe('1 0'));
    expect(table.querySelectorAll('[data-place][tabindex="0"]')).toHaveLength(1);
  });

  it('asks for what it is narrowed to, and for claims that another screen chose', async () => {
    const { sent, app } = await open(undefined, ['c1']);
    await screen.findByRole('grid', { name: 'Matrix' });
    expect(sent('claim.matrix').at(-1)).toEqual({ claims: ['c1'] });
    app.matrix.status = 'disputed';
    await waitFor(() => expect(sent('claim.matrix').at(-1)).toEqual({ claims: ['c1'], status: 'disputed' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(sent('claim.matrix').at(-1)).toEqual({}));
  });
});
