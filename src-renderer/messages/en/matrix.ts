/** Words of the matrix of claims × sources. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const claims = (n: number): string => count(n, 'claim', 'claims');
const sources = (n: number): string => count(n, 'source', 'sources');
const passages = (n: number): string => count(n, 'passage', 'passages');

export default {
  title: 'Matrix',
  /** Beside the title. */
  found: (rows: number, columns: number): string => `${claims(rows)} × ${sources(columns)}`,
  cut: (rows: number, columns: number): string =>
    [
      ...(rows > 0 ? [`${claims(rows)} more`] : []),
      ...(columns > 0 ? [`${sources(columns)} more`] : []),
    ].join(' and ') + ' not shown: narrow the matrix',
  ledger: 'Ledger',

  empty: 'No claim yet.',
  emptyHint: 'The matrix shows what each source says of each claim. Write a claim down and attach passages.',
  noEvidence: 'No passage is attached to these claims.',
  noEvidenceHint: 'Open a claim and attach the passages that support, dispute or mention it.',
  noneMatch: 'No claim matches this choice.',
  showAll: 'Show all',

  legend: 'What the signs mean',
  stance: { supports: 'supports', disputes: 'disputes', mentions: 'mentions', both: 'supports and disputes' },
  repeats: 'repeats an origin, counted once',
  flipsSign: 'the balance stands or falls with it',
  grouped: 'Columns stand by origin: the origin first, then who repeats it',

  all: 'All claims',
  anyCollection: 'All sources',
  collection: 'Collection',
  choose: 'Choose claims and sources…',
  chosen: (rows: number | null, columns: number | null): string =>
    [...(rows === null ? [] : [claims(rows)]), ...(columns === null ? [] : [sources(columns)])].join(', '),
  chooseTitle: 'Claims and sources of the matrix',
  chooseClaims: 'Claims',
  chooseSources: 'Sources',
  chooseFilter: 'Filter',
  chooseNone: 'Nothing chosen: all are shown.',
  chooseSome: (n: number): string => `${n} chosen`,
  clear: 'Clear',
  apply: 'Show these',
  size: 'Size',
  sizes: { large: 'Large', small: 'Small', whole: 'Seen at once' },
  orders: {
    newest: 'Newest first',
    statement: 'By statement',
    status: 'By status',
    fragile: 'Fragile first',
  },
  asTable: 'As a table',
  asPicture: 'As a picture',
  save: 'Save',
  savePng: 'Save as an image (PNG)…',
  saveSvg: 'Save as a drawing (SVG)…',
  saveCsv: 'Save as a table (CSV)…',
  saved: (name: string): string => `${name} was saved.`,
  tooLarge: 'The picture is too large for an image: narrow the matrix, or save it as a drawing.',
  fileName: 'matrix',

  columns: {
    status: 'Status',
    statement: 'Claim',
    weight: 'For : against',
    flips: 'Flips without',
  },
  nobody: 'nobody',
  weighed: (supports: number, disputes: number): string => `${supports} : ${disputes}`,
  weighs: (supports: number, disputes: number): string =>
    `${count(supports, 'independent origin', 'independent origins')} for, ${disputes} against`,
  balance: {
    verified: 'its origins speak for it',
    disputed: 'its origins speak against it',
    open: 'its origins are even',
  },
  flipsWithout: (names: string): string => `flips without ${names}`,
  flips: 'Without this source the balance would be another one.',
  flipsOrigin: (origin: string): string => `Without ${origin} the balance would be another one.`,
  isRepeat: (origin: string): string =>
    origin === '' ? 'Counted once, further left.' : `Repeats ${origin}, which is counted further left.`,
  nothing: 'says nothing of it',
  passages,
  origin: (name: string): string => `Origin: ${name}.`,
  bearsOn: (n: number): string => `bears on ${claims(n)}`,

  /** A cell as it is read out. */
  cell: (stance: string, n: number, notes: readonly string[]): string =>
    [`${stance}, ${passages(n)}.`, ...notes].join(' '),
  detail: 'What stands in this cell',
  hint: 'Choose a cell with the arrow keys, or point at one: what the source says stands here.',
  more: (n: number): string => `${passages(n)} more`,
  read: 'Read in place',
  openClaim: 'Open the claim',
  openSource: 'Open the source',
  loading: 'Reading the matrix…',

  keys: {
    cell: 'Cell',
    open: 'Passage',
    claim: 'Claim',
    table: 'As a table',
    picture: 'As a picture',
    image: 'Save the image',
  },
};
