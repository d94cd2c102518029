/** The matrix's own components over an engine that answers at once: what is measured is the window's work. */
import { mount, unmount } from 'svelte';
import { createClient, type Transport } from '../../../../src-main/common/contract/client.ts';
import type { Output } from '../../../../src-main/common/contract/commands.ts';
import type { ClaimId, SourceId } from '../../../../src-main/common/contract/entities.ts';
import { success } from '../../../../src-main/common/contract/result.ts';
import { AppState } from '../../../../src-renderer/state/app.svelte.ts';
import { drawn } from '../../reader/page/clock.ts';
import MatrixHost from './MatrixHost.svelte';

/** A hundred by a hundred, every cell with something in it: the most that can be. */
const SIDE = 100;
const STANCES = ['supports', 'disputes', 'mentions', 'both'] as const;

const matrix: Output<'claim.matrix'> = {
  claims: Array.from({ length: SIDE }, (_, at) => ({
    ...{ id: `c${at}` as ClaimId, statement: `Claim ${at}: what is said of the matter, in a line of text.` },
    ...{ status: (['verified', 'disputed', 'unreviewed'] as const)[at % 3] ?? 'unreviewed' },
    ...{ supports: at % 7, disputes: at % 5, balance: 'open', sources: 12, origins: 7 },
    flips: at % 4 === 0 ? [`s${at}` as SourceId] : [],
    flippingOrigins: [],
  })),
  sources: Array.from({ length: SIDE }, (_, at) => ({
    ...{ id: `s${at}` as SourceId, title: `Document ${at}`, site: `Outlet number ${at}`, claims: SIDE },
    ...{ origin: at % 5 < 3 ? `Agency ${Math.floor(at / 5)}` : '', isOrigin: at % 5 === 0 },
  })),
  cells: Array.from({ length: SIDE * SIDE }, (_, at) => ({
    ...{ claim: `c${Math.floor(at / SIDE)}` as ClaimId, source: `s${at % SIDE}` as SourceId },
    ...{ stance: STANCES[(at + Math.floor(at / SIDE)) % 4] ?? 'mentions', passages: 1 + (at % 3) },
    ...{ origins: [''], isRepeat: at % 5 === 2 },
  })),
  ...{ left: 0, sourcesLeft: 0, csv: null },
};

const answers: Record<string, unknown> = {
  'claim.matrix': matrix,
  'tag.list': { tags: [] },
  'collection.list': { collections: [] },
  'saved.list': { searches: [] },
};
const transport: Transport = {
  capabilities: { host: 'process', platform: 'test', can: [] },
  subscribe: () => () => undefined,
  call: ({ name }) => Promise.resolve(success(answers[name] ?? {})),
};
let ids = 0;
const app = new AppState(createClient(transport, () => `bench-${(ids += 1)}`));
let shown: Record<string, unknown> | null = null;

/** What the runner asks of the page; each in milliseconds until it is on screen. */
export interface BenchMatrix {
  /** From having all data to the first frame with the matrix in it. */
  open(size: 'large' | 'whole'): Promise<number>;
  /** One step of the keyboard. */
  move(): Promise<number>;
  /** One step of scrolling both ways. */
  scroll(): Promise<number>;
  /** As a table, its first rows. */
  table(): Promise<number>;
}

declare global {
  var benchMatrix: BenchMatrix | undefined;
}

const grid = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=grid]');
  if (!found) throw new Error('no matrix is shown');
  return found;
};

/** Whether the canvas holds more than its ground: a frame before it was drawn does not count. */
function isDrawn(): boolean {
  const canvas = document.querySelector('canvas');
  if (!canvas || canvas.width === 0) return false;
  // The corner where headers and the first cells are, at either size.
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, 400, 240) ?? {};
  return data?.some((value, at) => value !== data[at % 4]) ?? false;
}

async function timed(act: () => void): Promise<number> {
  const began = performance.now();
  act();
  return (await drawn()) - began;
}

globalThis.benchMatrix = {
  async open(size) {
    if (shown) await unmount(shown);
    app.matrix.size = size;
    app.matrix.isTable = false;
    await drawn();
    const began = performance.now();
    shown = mount(MatrixHost, { target: document.body, props: { app } });
    let at = await drawn();
    while (!isDrawn()) at = await drawn();
    return at - began;
  },
  move: () =>
    timed(() => {
      grid().focus();
      grid().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    }),
  scroll: () => timed(() => grid().scrollBy(37, 53)),
  async table() {
    app.matrix.place = { claim: null, source: null };
    await drawn();
    const began = performance.now();
    app.matrix.isTable = true;
    let at = await drawn();
    while (!document.querySelector('table [data-place="0 0"]')) at = await drawn();
    app.matrix.isTable = false;
    return at - began;
  },
};
