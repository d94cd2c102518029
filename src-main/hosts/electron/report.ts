/** Told what was refused and whence. Refusals are for the log: whoever is refused learns nothing. */
export type Report = (what: string, detail: string) => void;

export const reportToStderr: Report = (what, detail) => {
  process.stderr.write(`dossier: refused ${what}: ${detail}\n`);
};
