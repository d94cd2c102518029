import type { Capabilities } from '../../common/contract/capabilities.ts';

/** A page in a browser has no native dialogs, opens tabs itself, and offers its exports as downloads. */
export function browserCapabilities(platform: string): Capabilities {
  return { host: 'browser', platform, can: [] };
}
