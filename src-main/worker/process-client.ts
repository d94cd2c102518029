import { createClient, type Client, type Transport } from '../common/contract/client.ts';

/** The typed calls of an engine that this process started. `name` tells its calls from others'. */
export function createProcessClient(engine: Pick<Transport, 'call' | 'subscribe'>, name: string): Client {
  const capabilities = { host: 'process', platform: process.platform, can: [] } as const;
  let calls = 0;
  return createClient({ ...engine, capabilities }, () => `${name}-${calls++}`);
}
