/** What file permissions refuse is not refused to root: as root, `work` runs as somebody else. */

/** Of « nobody » on most systems; any number that owns nothing here would do. */
const NOBODY = 65_534;

/** Permissions of POSIX; Windows has others. */
export const hasPermissions = process.platform !== 'win32';

export async function asOrdinaryUser(work: () => unknown): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
