import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { acceptedEncoding, gzipOnce } from '../compression.ts';
import { contentTypeOf, isText } from '../contentTypes.ts';
import { HttpError } from '../responses.ts';
import type { Exchange, Route } from '../router.ts';
import { shellScript } from '../../shell/shellScripts.ts';

const DESIGN_SYSTEM = dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'));
const SHELL = join(import.meta.dirname, '..', '..', 'shell');

/** Asked for under a name that changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Asked for by fixed names out of stylesheets; a new version of the package may change them. */
const FOR_A_DAY = 'public, max-age=86400';

/** Files that the page needs beside its HTML. */
export const assetRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/assets\/(.+)$/,
    handle: (exchange) => sendFileBelow(join(DESIGN_SYSTEM, 'assets'), exchange, FOR_A_DAY),
  },
  {
    method: 'GET',
    pattern: /^\/favicon\.ico$/,
    handle: (exchange) => sendFile(join(SHELL, 'favicon.svg'), exchange, FOR_A_DAY),
  },
  {
    method: 'GET',
    pattern: /^\/local-org\/shell\.css$/,
    handle: (exchange) => sendFile(join(SHELL, 'shell.css'), exchange, 'no-cache'),
  },
  {
    method: 'GET',
    pattern: /^\/local-org\/shell\/(\w+\.ts)$/,
    async handle({ response, parts, site }) {
      const code = await shellScript(
        parts[0] ?? '',
        join(site.builder.project.projectDir, '.local-org', 'web', 'shell'),
      );
      if (code === null) throw new HttpError(404, `The shell has no script ${parts[0]}.`);
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(code);
    },
  },
  {
    method: 'GET',
    pattern: /^\/bundle\/([0-9a-f]+)\.js$/,
    handle: (exchange) => {
      const { state } = exchange.site.builder;
      if (state.phase !== 'ready' || state.bundle.hash !== exchange.parts[0])
        throw new HttpError(404, 'There is a newer bundle: reload the page.');
      const encoding = acceptedEncoding(exchange.request);
      const file = state.bundle.file + (encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '');
      exchange.response.writeHead(200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': FOR_EVER,
        Vary: 'Accept-Encoding',
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      });
      exchange.response.end(readFileSync(file));
    },
  },
  {
    method: 'GET',
    pattern: /^\/resource\/(\w+)(?:\/(.+))?$/,
    handle: (exchange) => {
      const [name = '', inner = ''] = exchange.parts;
      const file = exchange.site.builder.project.staticResources.get(name);
      if (!file) throw new HttpError(404, `There is no static resource "${name}".`);
      if (inner) sendFileBelow(file, { ...exchange, parts: [inner] }, 'no-cache');
      else sendFile(file, exchange, 'no-cache');
    },
  },
];

/** Sends a file of a folder, and nothing outside of it. */
function sendFileBelow(root: string, exchange: Exchange, caching: string): void {
  const file = resolve(root, exchange.parts[0] ?? '');
  if (!file.startsWith(resolve(root) + sep)) throw new HttpError(404, 'There is no such file.');
  sendFile(file, exchange, caching);
}

function sendFile(file: string, { request, response, url }: Exchange, caching: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new HttpError(404, `There is no file ${url.pathname}.`);
  const content = readFileSync(file);
  const compress = isText(file) && caching === FOR_A_DAY && content.length > 1400 && acceptedEncoding(request) !== null;
  response.writeHead(200, {
    'Content-Type': contentTypeOf(file),
    'Cache-Control': caching,
    Vary: 'Accept-Encoding',
    ...(compress ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(compress ? gzipOnce(file, content) : content);
}
