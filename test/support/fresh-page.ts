/** Component tests share one page: each begins with an empty one. */
import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

// The page's stand-in has none; nothing is drawn in it, so that it always rests.
globalThis.requestIdleCallback ??= (callback) =>
  Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 50 })));
globalThis.cancelIdleCallback ??= (id) => clearTimeout(id);

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  location.hash = '';
});
