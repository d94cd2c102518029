import type { Capabilities } from '../../common/contract/capabilities.ts';

/** The whole list: this is the host that has a shell of its own. */
export function electronCapabilities(platform: string): Capabilities {
  return {
    host: 'electron',
    platform,
    can: ['native-dialogs', 'open-external', 'write-exports', 'native-menu', 'own-windows'],
  };
}
