import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | null;

/** The best encoding that the browser accepts. */
export function acceptedEncoding(request: IncomingMessage): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

const compressed = new Map<string, Buffer>();

/** Compresses a file of a package once; such files do not change while the server runs. */
export function gzipOnce(key: string, content: Buffer): Buffer {
  let result = compressed.get(key);
  if (!result) {
    result = gzipSync(content, { level: 6 });
    compressed.set(key, result);
  }
  return result;
}
