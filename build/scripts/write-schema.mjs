/** `npm run schema`: writes db/schema.sql from the migrations, by the test that compares the two. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('vitest', ['run', '--project', 'main', 'test/migrations/schema.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, WRITE_SCHEMA: '1' },
});
process.exit(status ?? 1);
