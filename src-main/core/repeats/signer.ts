/**
 * Keeps the signatures of all versions. A version gets its own in the transaction that stores it; those of notebooks
 * made before there were any, and of another format, are made bit by bit when nobody waits.
 */
import type { VersionId } from '../../common/contract/entities.ts';
import { layoutText } from '../../common/document/canonical.ts';
import type { Root } from '../../common/document/tree.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Fault } from '../../common/contract/faults.ts';
import { fingerprintOf, type Fingerprint } from '../../common/similarity/fingerprint.ts';
import type { Progress } from '../ports.ts';
import type { IndexKeeper } from '../storage/index-keeper.ts';
import { pause, SLICE } from '../slices.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import {
  clearSignatures,
  countHashes,
  countSignatures,
  holdsHash,
  listUnsigned,
  readSignature,
  storeSignature,
} from '../storage/signatures.ts';

/** Versions that are looked at together: looking costs microseconds each. */
const LOOKED_AT = 500;

interface Signed {
  readonly version: VersionId;
  readonly fingerprint: Fingerprint;
}

export class Signer implements IndexKeeper {
  /** Versions up to this one have been looked at since the notebook was opened; null once all have been. */
  #after: string | null = '';
  #pending: VersionId[] = [];

  constructor(
    readonly notebook: Notebook,
    readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** @returns whether there is more */
  tend(): boolean {
    if (this.notebook.readOnly || (this.#after === null && this.#pending.length === 0)) return false;
    const signed: Signed[] = [];
    for (const end = this.elapsed() + SLICE; this.elapsed() < end;) {
      const version = this.#next();
      if (version === undefined) break;
      signed.push({ version, fingerprint: readFingerprintOf(this.notebook.reader, version) });
    }
    this.#store(signed);
    return this.#after !== null || this.#pending.length > 0;
  }

  *check(reader: Reader): Generator<Fault | null> {
    for (const version of listVersions(reader)) yield whatIsWrong(reader, version);
    const { signed, stored } = countHashes(reader);
    if (signed !== stored) yield { fault: 'signatures-missing', details: { count: stored, wanted: signed } };
  }

  async rebuild(progress: Progress, signal: AbortSignal): Promise<void> {
    this.notebook.transaction(clearSignatures);
    this.#after = '';
    this.#pending = [];
    const total = listVersions(this.notebook.reader).length;
    while (this.tend()) {
      if (signal.aborted) throw new DossierError('cancelled');
      progress(countSignatures(this.notebook.reader), total);
      await pause();
    }
  }

  /** The next version without a signature; undefined where none was found for now. */
  #next(): VersionId | undefined {
    if (this.#pending.length === 0 && this.#after !== null) {
      const { unsigned, last } = listUnsigned(this.notebook.reader, this.#after, LOOKED_AT);
      this.#pending = unsigned;
      this.#after = last;
    }
    return this.#pending.shift();
  }

  #store(signed: readonly Signed[]): void {
    if (signed.length === 0) return;
    this.notebook.transaction((writer) => {
      for (const { version, fingerprint } of signed) storeSignature(writer, version, fingerprint);
    });
  }
}

function listVersions(reader: Reader): VersionId[] {
  return reader.all<{ id: VersionId }>('SELECT id FROM version ORDER BY id').map(({ id }) => id);
}

function readFingerprintOf(reader: Reader, version: VersionId): Fingerprint {
  const row = reader.get<{ tree: string; words: number }>(
    'SELECT tree, words FROM version WHERE id = ?',
    version,
  );
  return fingerprintOf(layoutText(JSON.parse(row?.tree ?? 'null') as Root), row?.words ?? 0);
}

/** Null where all is well, and where there is no signature yet: that is work to be done, not damage. */
function whatIsWrong(reader: Reader, version: VersionId): Fault | null {
  const stored = readSignature(reader, version);
  if (!stored) return null;
  const { signature, repeated } = readFingerprintOf(reader, version);
  const isSame =
    stored.words === signature.words &&
    stored.repeated === repeated &&
    stored.scale === signature.scale &&
    stored.hashes.length === signature.hashes.length &&
    stored.hashes.every(
      (hash, at) => hash === signature.hashes[at] && holdsHash(reader, hash, stored.number),
    );
  return isSame ? null : { fault: 'signature-changed', details: { version } };
}
