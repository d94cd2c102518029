import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { isOwnUser, usersOf } from '../../../../src-main/hosts/browser/peer-user.ts';

/** As Linux writes it: port 0xB04C (45132) to 0x1F90 (8080) of user 1001, what is left of an older one, and the answer's side. */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1063 1 0 100 0 0 10 0
   1: 0100007F:B04C 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 1064 1 0 20 4 30 10 -1
   2: 0500007F:B04C 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 1065 1 0 20 4 30 10 -1
   3: 0100007F:B04C 0100007F:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0 3 0
   4: 0100007F:1F90 0100007F:B04C 01 00000000:00000000 00:00000000 00000000  1000        0 1066 1 0 20 4 30 10 -1
`;

it('finds the users of all open connections between two ports, whatever address they come from', () => {
  expect(usersOf(TABLE, 45_132, 8080)).toEqual([1001, 1002]);
  expect(usersOf(TABLE, 45_133, 8080)).toEqual([]);
  expect(usersOf('', 45_132, 8080)).toEqual([]);
});

it('takes a connection of this very process for our own', async () => {
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const socket = await accepted;
  expect(isOwnUser(socket)).toBe(true);
  client.destroy();
  socket.destroy();
});
