import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { browserCapabilities } from '../../../../src-main/hosts/browser/capabilities.ts';
import { isOwnUser } from '../../../../src-main/hosts/browser/peer-user.ts';
import { startServer } from '../../../../src-main/hosts/browser/server.ts';
import { createFakeWorkspace } from '../../../support/fake-workspace.ts';
import { createPageFolder } from '../../../support/page-folder.ts';

it('takes no more connections than it can hold, and takes others once those have gone', async () => {
  const page = createPageFolder();
  onTestFinished(page.remove);
  const few = await startServer({
    workspace: createFakeWorkspace(),
    rendererFolder: page.folder,
    port: 0,
    capabilities: browserCapabilities('linux'),
    limits: { maxConnections: 2, closeGraceMs: 100 },
  });
  const opened = (socket: Socket): Promise<unknown> =>
    Promise.race(['connect', 'error'].map((event) => new Promise((done) => socket.once(event, done))));
  const idle = [connect(few.port, '127.0.0.1'), connect(few.port, '127.0.0.1')];
  await Promise.all(idle.map(opened));
  const third = connect(few.port, '127.0.0.1');
  third.on('error', () => undefined);
  third.resume();
  await new Promise((done) => third.once('close', done));
  for (const socket of idle) socket.destroy();
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${few.port}/`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  await few.close();
});

it('gives no token for a ticket to another user, who cannot spoil the ticket either', async () => {
  const page = createPageFolder();
  onTestFinished(page.remove);
  let foreign = true;
  const refusals: string[] = [];
  const server = await startServer({
    workspace: createFakeWorkspace(),
    rendererFolder: page.folder,
    port: 0,
    capabilities: browserCapabilities('linux'),
    onRefusal: (reason) => refusals.push(reason),
    isOwnUser: (socket) => !foreign && isOwnUser(socket),
  });
  const url = server.issueUrl();
  const refused = await fetch(url, { redirect: 'manual' });
  expect([refused.status, refused.headers.get('location'), refusals]).toEqual([403, null, ['user']]);
  foreign = false;
  const given = await fetch(url, { redirect: 'manual' });
  expect([given.status, given.headers.get('location')]).toEqual([303, `/#token=${server.token}`]);
  await server.close();
});
