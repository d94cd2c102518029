/** A matrix as the engine answers it: rows of stances, one column a source. */
import type { Output } from '../../../../src-main/common/contract/commands.ts';
import type { ClaimId, SourceId } from '../../../../src-main/common/contract/entities.ts';
import type { MatrixCell, MatrixSource } from '../../../../src-main/common/contract/ledger.ts';

const STANCES = { '+': 'supports', '#': 'disputes', '-': 'mentions', '*': 'both' } as const;

export interface Drawn {
  /** Signs of a row's cells: `+#-*`, a dot for none; in lower case what `repeats` names. */
  readonly rows: readonly string[];
  /** Of each column; empty for its own. */
  readonly origins?: readonly string[];
  readonly flips?: Readonly<Record<number, readonly number[]>>;
  readonly repeats?: readonly (readonly [row: number, column: number])[];
}

export function buildMatrix({ rows, origins = [], flips = {}, repeats = [] }: Drawn): Output<'claim.matrix'> {
  const width = rows[0]?.length ?? 0;
  const sourceId = (at: number): SourceId => `s${at}` as SourceId;
  const sources = Array.from({ length: width }, (_, at): MatrixSource => {
    const origin = origins[at] ?? '';
    return { id: sourceId(at), title: `Title ${at}`, site: `Site ${at}`, claims: 1, origin, isOrigin: false };
  });
  const cells = rows.flatMap((row, at) =>
    [...row].flatMap((sign, column): MatrixCell[] => {
      const stance = STANCES[sign as keyof typeof STANCES];
      if (!stance) return [];
      const isRepeat = repeats.some(([r, c]) => r === at && c === column);
      const origin = origins[column] ?? '';
      return [
        {
          ...{ claim: `c${at}` as ClaimId, source: sourceId(column), stance, passages: 1 },
          ...{ origins: [origin], isRepeat },
        },
      ];
    }),
  );
  return {
    claims: rows.map((row, at) => ({
      ...{ id: `c${at}` as ClaimId, statement: `Claim number ${at}.`, status: 'unreviewed', balance: 'open' },
      ...{ supports: [...row].filter((sign) => sign === '+').length, disputes: 0, sources: 1, origins: 1 },
      flips: (flips[at] ?? []).map(sourceId),
      flippingOrigins: [],
    })),
    ...{ sources, cells, left: 0, sourcesLeft: 0, csv: null },
  };
}
