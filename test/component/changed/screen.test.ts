import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Excerpt, ExcerptId, SourceId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { buildClaim, buildExcerpt } from '../claims/support/builders.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import ChangedHost from './support/ChangedHost.svelte';

const resting: Excerpt['claims'] = [
  { ...buildClaim({ id: 'c1', statement: 'It cost 300 million.' }), stance: 'supports' },
];
const excerpts = {
  edited: buildExcerpt({ id: 'edited', anchor: 'moved', exact: 'four hundred million', claims: resting }),
  lost: buildExcerpt({ id: 'lost', anchor: 'orphan', exact: 'nobody was asked', sourceId: 's2' }),
  moved: buildExcerpt({ id: 'moved', anchor: 'moved', exact: 'the same words' }),
};

async function open(route: { source?: string; excerpt?: string } = {}) {
  const notebook = createFakeNotebook({
    'excerpt.review': () => ({
      items: [
        { excerpt: excerpts.edited, isKept: false, before: 'three hundred million' },
        { excerpt: excerpts.lost, isKept: false, before: null },
        { excerpt: excerpts.moved, isKept: false, before: null },
      ],
      meters: [],
    }),
    'excerpt.candidates': ({ id }: { id: keyof typeof excerpts }) => {
      const place = { versionId: 'v2', capturedAt: '2026-05-01T00:00:00Z', start: 4, end: 9 };
      const around = { before: 'It cost ', after: ' in all.' };
      const now = { ...place, ...around, exact: excerpts[id].exact, score: 1, likeness: 0.8 };
      const stood = { ...place, ...around, versionId: 'v1', exact: 'three hundred million' };
      return {
        excerpt: excerpts[id],
        stood: id === 'lost' ? null : stood,
        candidates: id === 'lost' ? [] : [{ ...now, isOther: false, isChosen: true }],
      };
    },
    'excerpt.confirm': () => ({ excerpts: [] }),
    'claim.dispute': () => ({ claim: buildClaim() }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  app.go({
    view: 'changed',
    ...(route.source ? { source: route.source as SourceId } : {}),
    ...(route.excerpt ? { excerpt: route.excerpt as ExcerptId } : {}),
  });
  render(ChangedHost, { props: { app } });
  await screen.findByRole('listbox');
  return { app, ...notebook };
}

const tabs = (): readonly (string | null)[] =>
  screen.getAllByRole('tab').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('changed quotations', () => {
  it('are told from those that only moved, and those that a claim rests on from the others', async () => {
    await open();
    expect(tabs()).toEqual(['Changed or lost 2', 'With a claim 1', 'Only moved 1']);
    await waitFor(() => expect(document.querySelector('del')?.textContent).toBe('three'));
    expect(document.querySelector('ins')?.textContent).toBe('four');
    expect(screen.getByRole('region', { name: '1\u00A0claim rests on this quotation' })).toBeTruthy();
  });

  it('are confirmed by the second Enter, the one that is looked at', async () => {
    const { sent } = await open();
    const list = screen.getByRole('listbox');
    await waitFor(() => expect(document.querySelector('del')).toBeTruthy());
    list.focus();
    await fireEvent.keyDown(list, { key: 'Enter' });
    await waitFor(() => expect(sent('excerpt.confirm')).toEqual([{ ids: ['edited'] }]));
  });

  it('open with the one that was asked for, where it only moved among those', async () => {
    await open({ excerpt: 'moved' });
    await waitFor(() =>
      expect(screen.getByRole('option', { selected: true }).textContent).toContain('the same words'),
    );
    expect(screen.getByRole('tab', { selected: true }).textContent).toContain('Only moved');
  });

  it('of one source leave out the others, until all are asked for', async () => {
    const { app } = await open({ source: 's2' });
    expect(tabs()).toEqual(['Changed or lost 1', 'With a claim 0', 'Only moved 0']);
    app.go({ view: 'changed' });
    await waitFor(() => expect(tabs()[0]).toBe('Changed or lost 2'));
  });

  it('dispute a claim with a reason that says what changed', async () => {
    const { sent } = await open();
    await fireEvent.click(await screen.findByRole('button', { name: 'Dispute…' }));
    const field: HTMLTextAreaElement = screen.getByRole('textbox', { name: 'Reason' });
    expect(field.value).toContain('says “four” instead of “three”');
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(sent('claim.dispute')).toEqual([{ id: 'c1', reason: field.value }]));
  });
});
