/** Parses untrusted bytes in a thread of its own, which has a heap limit and can be killed. */
import { giveWay } from './give-way.ts';

/**
 * Hundreds of articles wait for the window, and for the thread that answers it. Before the parsers are loaded: they are
 * megabytes, loaded on all cores just when files come in.
 */
giveWay(10);
await import('./serve-capture.ts');
