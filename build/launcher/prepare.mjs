/**
 * Before `npm start`, `npm test` and `npm run pack`: installs the dependencies and builds the app, where needed.
 * With --with-browser it also sees to a browser for the end-to-end tests.
 */
import { buildApp, installDependencies } from './lib/install.mjs';
import { fail } from './lib/say.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';

async function prepare() {
  await installDependencies();
  await buildApp();
  if (process.argv.includes('--with-browser')) await ensureTestBrowser();
}

prepare().catch(fail);
