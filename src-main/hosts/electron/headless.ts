import { app } from 'electron';

/**
 * Runs the command line in this program instead of a window, and ends the program with its exit code. Neither the
 * single instance nor the window of a running app is touched.
 */
export async function runHeadless(run: () => Promise<number>): Promise<void> {
  app.disableHardwareAcceleration();
  app.dock?.hide();
  const code = await run();
  // What was printed must be out before the process is: on Windows pipes are written later.
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  app.exit(code);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
}
