/** The rules, so that each can be measured by leaving it out. */
export const RULES = [
  'witness',
  'next',
  'body',
  'comments',
  'teasers',
  'boxes',
  'below',
  'between',
  'lead',
  'clutter',
  'head',
  'tail',
  'beside',
  'hidden',
  'repeats',
] as const;
export type Rule = (typeof RULES)[number];
