/** What a check of the notebook can find. */

export type FaultName =
  | 'pages'
  | 'unreadable'
  | 'references'
  | 'original-changed'
  | 'pictures-missing'
  | 'text-changed'
  | 'passages-missing'
  | 'passages-outside'
  | 'highlight-elsewhere'
  | 'signature-changed'
  | 'signatures-missing'
  | 'segment-damaged'
  | 'head-damaged'
  | 'index-ahead'
  | 'index-order'
  | 'index-count'
  | 'index-missing'
  | 'index-double'
  | 'index-stamp'
  | 'index-words'
  | 'index-dead'
  | 'index-buried'
  | 'index-unburied';

/** What the sentence of a fault is filled with. */
export type FaultDetails = Readonly<Record<string, string | number>>;

export interface Fault {
  readonly fault: FaultName;
  readonly details: FaultDetails;
}
