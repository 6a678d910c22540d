import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function passOn({ request, response, backendUrl }) {
  const passed = httpRequest(
    new URL(request.url, backendUrl),
    { method: request.method, headers: request.headers },
    answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    },
  );
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}

/**
 * Serves one build as the portal does (compressed, index.html for every page),
 * with the settings that the running backend hands to its own front end.
 *
 * @param {{ folder: string, backendUrl: string, port: number }} options
 */
export async function serveBuild({ folder, backendUrl, port }) {
  const page = await (await fetch(backendUrl)).text();
  const settings = page.match(
    /<script type="backstage.io\/config">[\s\S]*?<\/script>/,
  )?.[0];
  if (!settings) {
    throw new Error(`${backendUrl} does not serve a front end`);
  }
  const index = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    /<script type="backstage.io\/config">[\s\S]*?<\/script>|<\/head>/,
    match => (match === '</head>' ? `${settings}</head>` : settings),
  );
  const compressed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, backendUrl);
    // One origin for both, as where the backend serves the front end.
    if (pathname.startsWith('/api/') || pathname.startsWith('/.backstage/')) {
      passOn({ request, response, backendUrl });
      return;
    }
    const file = join(folder, normalize(pathname));
    const isFile = existsSync(file) && statSync(file).isFile();
    const key = isFile ? file : 'index.html';
    if (!compressed.has(key)) {
      compressed.set(key, gzipSync(isFile ? readFileSync(file) : index));
    }
    response.writeHead(200, {
      'content-type': TYPES[isFile ? extname(file) : '.html'] ?? 'text/plain',
      'content-encoding': 'gzip',
      'cache-control': isFile ? 'public, max-age=600' : 'no-store',
    });
    response.end(compressed.get(key));
  });
  await new Promise(resolve => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${port}`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
