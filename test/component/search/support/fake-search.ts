import type { CallOptions, Client } from '../../../../src-main/common/contract/client.ts';
import type { Input, Output } from '../../../../src-main/common/contract/commands.ts';
import type { Warning } from '../../../../src-main/common/contract/entities.ts';
import type { Facets, Hit } from '../../../../src-main/common/contract/hits.ts';
import { type Result, success } from '../../../../src-main/common/contract/result.ts';

interface AnswerParts {
  readonly facets?: Facets | null;
  readonly notice?: Warning | null;
}

interface Asked {
  readonly input: Input<'search.query'>;
  readonly signal: AbortSignal | undefined;
  answer(hits: readonly Hit[], total?: number, more?: AnswerParts): void;
  fail(code: 'internal' | 'cancelled'): void;
}

/** A client whose calls stay open until the test answers them, in any order. */
export function createFakeSearch(): {
  readonly client: Pick<Client, 'call'>;
  readonly asked: readonly Asked[];
} {
  const asked: Asked[] = [];
  const call = (name: string, input: unknown, options?: CallOptions): Promise<Result<unknown>> => {
    if (name !== 'search.query') throw new Error(`unexpected call of ${name}`);
    return new Promise((resolve) => {
      asked.push({
        input: input as Input<'search.query'>,
        signal: options?.signal,
        answer: (hits, total = hits.length, { facets = null, notice = null } = {}) => {
          const value: Output<'search.query'> = { total, tookMs: 1, notice, hits: [...hits], facets };
          resolve(success(value));
        },
        fail: (code) => {
          resolve({ ok: false, error: { code, message: code, details: {}, retryable: false } });
        },
      });
    });
  };
  return { client: { call: call as Client['call'] }, asked };
}
