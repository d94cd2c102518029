/** The verbs of claims and drafts. */
import { STANCES, STATUSES } from '../../common/contract/entities.ts';
import { choice, flag, required, text, texts } from './options.ts';
import type { VerbSpec } from './verb.ts';

const reason = { reason: required(text('R')) };

export const CLAIM_VERBS: readonly VerbSpec[] = [
  {
    name: 'claim add',
    operands: 'STATEMENT',
    least: 1,
    most: 1,
    access: 'writes',
    options: { tag: texts('T'), evidence: texts('EXCERPT:STANCE') },
    load: async () => (await import('./verbs/claim.ts')).addClaim,
  },
  {
    name: 'claim evidence',
    operands: 'CLAIM EXCERPT',
    least: 2,
    most: 2,
    access: 'writes',
    options: { stance: required(choice(STANCES)), origin: text('NAME'), note: text('N') },
    load: async () => (await import('./verbs/claim.ts')).attachEvidence,
  },
  ...(['verify', 'dispute', 'reopen'] as const).map((verdict): VerbSpec => ({
    name: `claim ${verdict}`,
    operands: 'CLAIM',
    least: 1,
    most: 1,
    access: 'writes',
    options: reason,
    load: async () => (await import('./verbs/claim.ts')).judge(verdict),
  })),
  {
    name: 'claim show',
    operands: 'CLAIM',
    least: 1,
    most: 1,
    access: 'reads',
    options: { 'as-of': text('DATE') },
    load: async () => (await import('./verbs/claim.ts')).showClaim,
  },
  {
    name: 'claim list',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: { status: choice(STATUSES), tag: text('T'), 'exact-tag': flag, 'as-of': text('DATE') },
    load: async () => (await import('./verbs/claim.ts')).listClaims,
  },
  {
    name: 'claim due',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: { by: text('DATE') },
    load: async () => (await import('./verbs/ledger.ts')).listDue,
  },
  {
    name: 'claim recheck',
    operands: 'CLAIM',
    least: 1,
    most: 1,
    access: 'writes',
    options: { by: text('DATE'), never: flag },
    load: async () => (await import('./verbs/ledger.ts')).recheckClaim,
  },
  {
    name: 'claim supersede',
    operands: 'CLAIM [NEWER]',
    least: 1,
    most: 2,
    access: 'writes',
    options: { nothing: flag },
    load: async () => (await import('./verbs/ledger.ts')).supersedeClaim,
  },
  {
    name: 'claim diligence',
    operands: 'CLAIM [QUERY]',
    least: 1,
    most: 2,
    access: 'writes',
    options: { note: text('N'), tag: text('T'), language: text('L') },
    load: async () => (await import('./verbs/ledger.ts')).keepDiligence,
  },
  {
    name: 'draft check',
    operands: 'FILE|-',
    least: 1,
    most: 1,
    access: 'reads',
    options: {},
    load: async () => (await import('./verbs/draft.ts')).checkDraft,
  },
];
