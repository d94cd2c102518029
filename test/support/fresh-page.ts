/** Component tests share one page: each begins with an empty one. */
import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';
import { provideIdle } from '../../src-renderer/ui/idle.ts';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

provideIdle();

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  location.hash = '';
});
