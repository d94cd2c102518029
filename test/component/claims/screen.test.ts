import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Claim, ClaimId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import ClaimsHost from './support/ClaimsHost.svelte';
import { buildClaim, buildEvidence, buildExcerpt } from './support/builders.ts';
import { createFakeNotebook } from './support/fake-notebook.ts';

const port = buildClaim({
  id: 'port',
  statement: 'The port cost 300 million euros.',
  evidence: [buildEvidence()],
  sources: 1,
  origins: 1,
});
const berth = buildClaim({
  id: 'berth',
  statement: 'The berth is fifteen metres deep.',
  status: 'verified',
  history: [{ at: '2026-05-01T00:00:00.000Z', status: 'verified', reason: 'Two charts agree.' }],
});

async function open(claims: readonly Claim[], claim?: string) {
  const notebook = createFakeNotebook({
    'claim.list': () => ({ claims }),
    'claim.verify': () => ({ claim: port }),
    'claim.dispute': () => ({ claim: port }),
    'claim.attach': () => ({ claim: port }),
    'claim.add': () => ({ claim: buildClaim({ id: 'fresh', statement: 'Something new.' }) }),
    'excerpt.list': () => ({
      excerpts: [buildExcerpt({ id: 'e1' }), buildExcerpt({ id: 'e2', exact: 'fifteen metres at low tide' })],
    }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  const view = new ClaimsState();
  app.go(claim === undefined ? { view: 'claims' } : { view: 'claims', claim: claim as ClaimId });
  render(ClaimsHost, { props: { app, view, search: new SearchState(() => notebook.client) } });
  await screen.findByRole('heading', { level: 1 });
  return { app, view, ...notebook };
}

const rowOf = (name: RegExp) => screen.getByRole('button', { name });

describe('the ledger', () => {
  it('says what to do where there is no claim', async () => {
    await open([]);
    expect(screen.getByText(/select a passage while reading/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('filters by the tabs, which count', async () => {
    await open([port, berth]);
    await fireEvent.click(screen.getByRole('tab', { name: /Verified 1/ }));
    expect(screen.queryByRole('button', { name: /port cost/ })).toBeNull();
    expect(rowOf(/fifteen metres/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('tab', { name: /Disputed 0/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show all claims' }));
    expect(rowOf(/port cost/)).toBeTruthy();
  });

  it('is walked by arrows with one row in the order of Tab, and Enter opens', async () => {
    const { app } = await open([port, berth]);
    const [first, second] = [rowOf(/fifteen metres/), rowOf(/port cost/)];
    expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    await waitFor(() => expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]));
    await fireEvent.click(second);
    expect(app.route).toEqual({ view: 'claims', claim: 'port' });
  });

  it('goes to a row by its first letters, of which none is taken for a command', async () => {
    const { app } = await open([
      berth,
      buildClaim({ id: 'new', statement: 'New cranes were ordered.' }),
      buildClaim({ id: 'quay', statement: 'Quay walls are sound.' }),
    ]);
    const first = rowOf(/fifteen metres/);
    first.focus();
    await fireEvent.keyDown(first, { key: 'q' });
    expect(document.activeElement).toBe(rowOf(/Quay walls/));
    await fireEvent.keyDown(rowOf(/Quay walls/), { key: 'n' });
    expect(app.route).toEqual({ view: 'claims' });
    expect(document.activeElement).toBe(rowOf(/Quay walls/));
  });

  it('leaves the keys of commands alone, although a row begins with one', async () => {
    const { app } = await open([berth, buildClaim({ id: 'new', statement: 'New cranes were ordered.' })]);
    const row = rowOf(/fifteen metres/);
    row.focus();
    await fireEvent.keyDown(row, { key: 'n' });
    expect(app.route).toEqual({ view: 'claims', compose: {} });
  });

  it('takes a verdict for the row with the focus', async () => {
    const { app, view } = await open([port, berth]);
    const row = rowOf(/port cost/);
    row.focus();
    await fireEvent.keyDown(row, { key: 'V', shiftKey: true });
    expect(app.route).toEqual({ view: 'claims', claim: 'port' });
    expect(view.draftOf(port.id)?.status).toBe('verified');
  });
});

describe('a verdict', () => {
  it('without a reason is refused with words, and nothing is sent', async () => {
    const { sent } = await open([port], 'port');
    await fireEvent.click(screen.getByRole('button', { name: /^Verify/ }));
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    await fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
    expect((await screen.findByRole('alert')).textContent).toMatch(/Write the reason first/);
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(sent('claim.verify')).toEqual([]);
  });

  it('is stored by Ctrl+Enter, as the choice that was made last', async () => {
    const { sent } = await open([port], 'port');
    await fireEvent.click(screen.getByRole('button', { name: /^Verify/ }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Disputed' }));
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    await fireEvent.input(reason, { target: { value: '  The audit says 410.  ' } });
    await fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull());
    expect(sent('claim.verify')).toEqual([]);
    expect(sent('claim.dispute')).toEqual([{ id: 'port', reason: 'The audit says 410.' }]);
  });

  it('is abandoned by Escape without leaving the page', async () => {
    const { app, sent } = await open([berth], 'berth');
    await fireEvent.click(screen.getByRole('button', { name: /^Reopen/ }));
    await fireEvent.keyDown(screen.getByRole('textbox', { name: 'Reason' }), { key: 'Escape' });
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
    expect(app.route).toEqual({ view: 'claims', claim: 'berth' });
    expect(sent('claim.reopen')).toEqual([]);
  });

  it('cannot reopen what was never judged', async () => {
    await open([port], 'port');
    expect(screen.queryByRole('button', { name: /^Reopen/ })).toBeNull();
  });
});

describe('a claim’s page', () => {
  it('leads back to the passage', async () => {
    const { app } = await open([port], 'port');
    await fireEvent.click(screen.getByRole('button', { name: /See the passage/ }));
    expect(app.route).toEqual({ view: 'library', source: 's1', excerpt: 'e1' });
  });

  it('refuses an empty statement and keeps the old one on Escape', async () => {
    const { sent } = await open([port], 'port');
    await fireEvent.click(screen.getByTitle('Edit the statement'));
    const field = screen.getByRole('textbox', { name: 'Edit the statement' });
    await fireEvent.input(field, { target: { value: ' ' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect((await screen.findByRole('alert')).textContent).toMatch(/statement first/);
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(port.statement);
    expect(sent('claim.edit')).toEqual([]);
  });

  it('attaches a passage found by its words, to the column that asked', async () => {
    const { sent } = await open([port], 'port');
    await fireEvent.click(screen.getByRole('button', { name: 'Attach a passage (Disputes)' }));
    const field = await screen.findByRole('combobox', { name: 'Find a highlighted passage' });
    const options = await waitFor(() => {
      const found = within(screen.getByRole('listbox')).getAllByRole('option');
      expect(found).toHaveLength(1);
      return found;
    });
    expect(options[0]?.textContent).toContain('fifteen metres');
    await fireEvent.input(field, { target: { value: 'TIDE metres' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() =>
      expect(sent('claim.attach')).toEqual([{ id: 'port', excerpt: 'e2', stance: 'disputes' }]),
    );
  });
});

describe('a new claim', () => {
  it('is refused without a statement, then written down and opened', async () => {
    const { app, sent } = await open([port]);
    await fireEvent.keyDown(document.body, { key: 'n' });
    const field = await screen.findByRole('textbox', { name: 'Statement' });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Write the statement first.')).toBeTruthy();
    await fireEvent.input(field, { target: { value: 'Something new.' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(app.route).toEqual({ view: 'claims', claim: 'fresh' }));
    expect(sent('claim.add')).toEqual([{ statement: 'Something new.', tags: [], evidence: [] }]);
  });
});
