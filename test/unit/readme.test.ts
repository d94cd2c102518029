import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

describe('the README', () => {
  it('shows the script of the day as it is tested, in at most 15 lines', () => {
    const script = read('test/e2e/cli/day.sh');
    expect(read('README.md')).toContain(script);
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
  });

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...read('README.md').matchAll(/npm (?:run (?:--silent )?)?([a-z]+)(?=[ `]*(?:--|#|`|\n))/g),
    ];
    const unknown = named
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'run' && !(name in scripts));
    expect(unknown).toEqual([]);
  });
});
