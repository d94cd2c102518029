/** Writes to the standard streams; waits until it is out, so that ending the process cuts nothing off. */
import { DossierError } from '../../common/contract/errors.ts';
import type { OutputStream } from './app.ts';

export interface Output {
  /** @throws DossierError disk-full, target-unwritable where the stream cannot take it */
  write(text: string): Promise<void>;
}

/**
 * A reader that has closed its end (`dossier … | head`) has what it wanted: the rest is dropped in silence and
 * the work goes on.
 */
export function createOutput(stream: OutputStream, name: string): Output {
  let closed = false;
  // Without a listener Node turns the same failure into an uncaught exception.
  stream.on('error', () => {
    closed = true;
  });
  return {
    async write(text) {
      if (closed || text === '') return;
      const error = await new Promise<Error | null>((resolve) => {
        stream.write(text, (problem) => {
          resolve(problem ?? null);
        });
      });
      if (!error) return;
      closed = true;
      const code = 'code' in error ? String(error.code) : '';
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return;
      const isFull = code === 'ENOSPC' || code === 'EDQUOT';
      throw new DossierError(isFull ? 'disk-full' : 'target-unwritable', { path: name, reason: code });
    },
  };
}

/** A bar on a terminal, redrawn in place; nothing elsewhere. */
export interface Progress {
  /** @param part how far the one that is being done is */
  draw(done: number, total: number, part?: { readonly done: number; readonly total: number }): Promise<void>;
  /** Takes the bar away, before other lines are written. */
  clear(): Promise<void>;
}

const BAR = 24;

export function createProgress(output: Output, label: string, isTty: boolean): Progress {
  if (!isTty) return { draw: () => Promise.resolve(), clear: () => Promise.resolve() };
  return {
    draw(done, total, part) {
      const whole = done + (part ? part.done / Math.max(1, part.total) : 0);
      const filled = total === 0 ? BAR : Math.round((BAR * whole) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
      const detail = part ? ` · ${part.done}/${part.total}` : '';
      return output.write(`\r${label} ${bar} ${done}/${total}${detail}\u001b[K`);
    },
    clear: () => output.write('\r\u001b[K'),
  };
}
