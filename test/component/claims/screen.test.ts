import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { Claim, ClaimId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import ClaimsHost from './support/ClaimsHost.svelte';
import { buildClaim, buildEvidence, buildExcerpt } from './support/builders.ts';
import { fakeLedger } from './support/fake-ledger.ts';
import { createFakeNotebook, type Answers } from './support/fake-notebook.ts';

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

async function open(claims: readonly Claim[], claim?: string, more: Answers = {}) {
  const all = [...claims];
  const fresh = buildClaim({ id: 'fresh', statement: 'Something new.' });
  const notebook = createFakeNotebook({
    ...fakeLedger(all),
    'search.query': () => ({ total: 0, notice: null, hits: [], facets: null, tookMs: 0 }),
    'claim.supersede': () => ({ claim: port }),
    'claim.recheck': () => ({ claim: port }),
    'claims.remove': () => ({ changed: 2 }),
    'claims.tag': () => ({ changed: 2 }),
    'claim.verify': () => ({ claim: port }),
    'claim.dispute': () => ({ claim: port }),
    'claim.attach': () => ({ claim: port }),
    'claim.add': () => {
      all.push(fresh);
      return { claim: fresh };
    },
    'excerpt.list': () => ({
      excerpts: [buildExcerpt({ id: 'e1' }), buildExcerpt({ id: 'e2', exact: 'fifteen metres at low tide' })],
    }),
    ...more,
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  const view = new ClaimsState();
  app.go(claim === undefined ? { view: 'claims' } : { view: 'claims', claim: claim as ClaimId });
  render(ClaimsHost, { props: { app, view, search: new SearchState(() => notebook.client) } });
  await screen.findByRole('heading', { level: 1 });
  return { app, view, ...notebook };
}

const list = () => screen.getByRole('listbox', { name: 'Ledger of claims' });
const rowOf = (name: RegExp) => screen.getByRole('option', { name });
const press = (key: string, init: object = {}) => fireEvent.keyDown(list(), { key, ...init });
/** The row that the keys act on. */
const active = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '');

describe('the ledger', () => {
  it('says what to do where there is no claim', async () => {
    await open([]);
    expect(screen.getByText(/select a passage while reading/)).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('filters by the tabs, which count', async () => {
    await open([port, berth]);
    await fireEvent.click(await screen.findByRole('tab', { name: /Verified 1/ }));
    await waitFor(() => expect(screen.queryByRole('option', { name: /port cost/ })).toBeNull());
    expect(rowOf(/fifteen metres/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('tab', { name: /Disputed 0/ }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Show all claims' }));
    expect(await screen.findByRole('option', { name: /port cost/ })).toBeTruthy();
  });

  it('keeps the choice of a tag where nothing is found, and so no tag is', async () => {
    const cost = { name: 'cost', parent: null, aliases: [], color: null, within: 1 };
    const { app } = await open([port, berth], undefined, { 'tag.list': () => ({ tags: [cost] }) });
    await app.codebook.load();
    await fireEvent.click(await screen.findByRole('tab', { name: /Disputed 0/ }));
    await screen.findByText('No claim passes these filters.');
    expect(screen.getByRole('button', { name: 'Tag' })).toBeTruthy();
  });

  it('says a status by its word, and what a claim rests on by its numbers', async () => {
    await open([port, berth]);
    expect(rowOf(/fifteen metres/).textContent).toMatch(/Verified.*Two charts agree/s);
    expect(rowOf(/port cost/).textContent).toMatch(/Unreviewed.*1.document.*1.origin.*1 Supports/s);
  });

  it('is walked by arrows, and Enter opens', async () => {
    const { app } = await open([berth, port]);
    list().focus();
    await press('Home');
    expect(active()).toBe(rowOf(/fifteen metres/));
    await press('ArrowDown');
    await waitFor(() => expect(active()).toBe(rowOf(/port cost/)));
    await press('Enter');
    expect(app.route).toEqual({ view: 'claims', claim: 'port' });
  });

  it('goes to a row by its first letters, of which none is taken for a command', async () => {
    const { app } = await open([
      berth,
      buildClaim({ id: 'new', statement: 'New cranes were ordered.' }),
      buildClaim({ id: 'quay', statement: 'Quay walls are sound.' }),
    ]);
    list().focus();
    await press('q');
    await waitFor(() => expect(active()).toBe(rowOf(/Quay walls/)));
    await press('n');
    expect(app.route).toEqual({ view: 'claims' });
    expect(active()).toBe(rowOf(/Quay walls/));
  });

  it('leaves the keys of commands alone, although a row begins with one', async () => {
    const { app } = await open([berth, buildClaim({ id: 'new', statement: 'New cranes were ordered.' })]);
    await press('n');
    expect(app.route).toEqual({ view: 'claims', compose: {} });
  });

  it('takes a verdict for the row with the focus', async () => {
    const { app, view } = await open([port, berth]);
    list().focus();
    await press('Home');
    await press('V', { shiftKey: true });
    expect(app.route).toEqual({ view: 'claims', claim: 'port' });
    expect(view.draftOf(port.id)?.status).toBe('verified');
  });

  it('is sorted by the head of a column, and the other way round at the second time', async () => {
    const { sent } = await open([port, berth]);
    const head = screen.getByRole('button', { name: 'Claim' });
    await fireEvent.click(head);
    await tick();
    await fireEvent.click(head);
    const orders = () =>
      (sent('claim.summaries') as Input<'claim.summaries'>[])
        .filter(({ ids }) => ids)
        .map(({ sort, descending }) => [sort, descending]);
    await waitFor(() =>
      expect(orders().slice(-2)).toEqual([
        ['statement', false],
        ['statement', true],
      ]),
    );
    expect(head.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('several claims', () => {
  it('are selected by x and removed in one step', async () => {
    const { sent } = await open([port, berth]);
    list().focus();
    await press('Home');
    await press('x');
    await press('ArrowDown', { shiftKey: true });
    expect((await screen.findByRole('toolbar')).textContent).toContain('2 selected');
    await press('Delete');
    await waitFor(() => expect(sent('claims.remove')).toEqual([{ ids: ['port', 'berth'] }]));
  });

  it('are tagged together', async () => {
    const { sent } = await open([port, berth]);
    list().focus();
    await press('a', { ctrlKey: true });
    await fireEvent.click(await screen.findByRole('button', { name: 'Tags…' }));
    const field = await screen.findByRole('combobox', { name: 'Add to all' });
    await fireEvent.input(field, { target: { value: 'cost' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(sent('claims.tag')).toEqual([{ ids: ['port', 'berth'], tags: ['cost'], untag: [] }]),
    );
  });
});

describe('an earlier day', () => {
  it('is asked for, said in words, and cannot be written to', async () => {
    const { view, sent } = await open([port, berth], 'port');
    view.asOf = '2026-04-01';
    expect(await screen.findByText('The ledger as it stood on 1 April 2026.')).toBeTruthy();
    await waitFor(() => expect(sent('claim.get')).toContainEqual({ id: 'port', asOf: '2026-04-01' }));
    for (const name of [/^Verify/, /^Attach a passage/, /^Remove claim/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    await fireEvent.keyDown(document.body, { key: 'V', shiftKey: true });
    expect(view.draftOf(port.id)).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(await screen.findByRole('button', { name: /^Verify/ })).toBeTruthy();
  });
});

describe('the day to look again', () => {
  it('is set in place', async () => {
    const { sent } = await open([port], 'port');
    await fireEvent.click(screen.getByRole('button', { name: 'Look again…' }));
    const field = await screen.findByLabelText('Day');
    await fireEvent.input(field, { target: { value: '2027-01-31' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Set the day' }));
    await waitFor(() => expect(sent('claim.recheck')).toEqual([{ id: 'port', by: '2027-01-31' }]));
  });
});

describe('the claim that takes another’s place', () => {
  const superseded = buildClaim({ ...port, id: 'port', supersededBy: berth.id });

  it('is found by its words and chosen by Enter', async () => {
    const { app, sent } = await open([port, berth], 'port');
    app.actions.run('claims.supersede');
    const field = await screen.findByRole('combobox', { name: 'Find the claim that takes its place' });
    await fireEvent.input(field, { target: { value: 'berth' } });
    await screen.findByRole('option', { name: /fifteen metres/ });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(sent('claim.supersede')).toEqual([{ id: 'port', by: 'berth' }]));
  });

  it('is one press away, and leads back', async () => {
    const { app } = await open([superseded, berth], 'port');
    const section = await screen.findByRole('region', { name: 'Superseded by' });
    await fireEvent.click(within(section).getByRole('button', { name: /fifteen metres/ }));
    expect(app.route).toEqual({ view: 'claims', claim: 'berth' });
    const before = await screen.findByRole('region', { name: 'Takes the place of' });
    await fireEvent.click(within(before).getByRole('button', { name: /port cost/ }));
    expect(app.route).toEqual({ view: 'claims', claim: 'port' });
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
