/** What a host can do beyond the engine. Absent means absent: no command quietly does nothing. */
export const CAPABILITIES = [
  /** Native open and save dialogs (`host.choose`). */
  'native-dialogs',
  /** Addresses are opened by the shell (`host.openExternal`); elsewhere the page opens a new tab itself. */
  'open-external',
  /** Exports may be written to a path; elsewhere the page offers them as downloads. */
  'write-exports',
  /** The platform draws a menu bar, so the page leaves out its own menu. */
  'native-menu',
  /** Another window is opened by the shell (`host.openWindow`); elsewhere the page opens one of its own origin. */
  'own-windows',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

export interface Capabilities {
  readonly host: 'electron' | 'browser' | 'process';
  /** Node's `process.platform`. */
  readonly platform: string;
  readonly can: readonly Capability[];
}
