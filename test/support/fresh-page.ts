/** Component tests share one page: each begins with an empty one. */
import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  location.hash = '';
});
