import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK_BYTES = 2 ** 20;

/** The text of a file piece by piece, so that the size of the file does not matter. A byte order mark is left out. */
export function* readChunks(path: string): Generator<string> {
  const handle = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let isFirst = true;
    for (;;) {
      const length = readSync(handle, buffer, 0, CHUNK_BYTES, null);
      const text = length === 0 ? decoder.end() : decoder.write(buffer.subarray(0, length));
      if (text) yield isFirst ? text.replace(/^\uFEFF/, '') : text;
      isFirst = false;
      if (length === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}
