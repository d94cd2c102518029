import { createEngine } from '../../src-main/core/engine.ts';
import { testPorts } from '../support/engine.ts';
import { tempNotebook } from '../support/temp.ts';
import { describeContract } from './suite.ts';

describeContract('a call in the same process', () => {
  const engine = createEngine({ path: tempNotebook(), create: true }, testPorts());
  const capabilities = { host: 'process', platform: process.platform, can: [] } as const;
  return Promise.resolve({ transport: { ...engine, capabilities }, close: () => engine.close() });
});
