import type { Server } from 'node:http';

const ADDRESS = '127.0.0.1';
/** First choice when nobody named a port. */
export const DEFAULT_PORT = 7080;
const PORTS_TRIED = 20;

/**
 * Listens on 127.0.0.1 and returns the port. A port that was asked for must be free (0 takes any free one); without a
 * wish the first free one from 7080 on is taken and the change is said.
 *
 * @throws Error with one line that names the port and what to do
 */
export async function listen(server: Server, wanted: number | undefined, log: (line: string) => void): Promise<number> {
  if (wanted !== undefined) {
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
      throw new Error(`${wanted} is no port: give a number from 0 to 65535.`);
    return listenOn(server, wanted);
  }
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TRIED; port += 1) {
    try {
      const taken = await listenOn(server, port);
      if (port !== DEFAULT_PORT) log(`Port ${DEFAULT_PORT} is taken, so the local org uses ${port}.`);
      return taken;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(
    `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TRIED - 1} are all taken: name a free one with --port N.`,
  );
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      reject(Object.assign(new Error(reasonOf(error, port)), { code: error.code }));
    };
    const listening = (): void => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, ADDRESS);
  });
}

function reasonOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop it, or choose another port with --port N.`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used without special rights: choose one above 1023 with --port N.`;
  return `The local org cannot listen on port ${port}: ${error.message}`;
}
