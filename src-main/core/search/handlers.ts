/** The search command: the answering itself is a port, for it runs in a worker. */
import { query, type Handlers } from '../handler.ts';

export const searchHandlers = {
  'search.query': query(({ searcher, signal }, input) => searcher.query(input, signal)),
} satisfies Handlers;
