/** Component tests share one page: each begins with an empty one. */
import { beforeEach } from 'vitest';

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  location.hash = '';
});
