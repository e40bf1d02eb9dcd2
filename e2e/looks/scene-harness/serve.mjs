/** Serves the harness on loopback; by itself it says where. `node e2e/looks/scene-harness/serve.mjs` */
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Starts; answers with the page's address and how to stop. */
export async function serveHarness() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { include: ['konva/lib/Core.js', 'yjs', 'lib0/diff'] },
    cacheDir: `${root}/node_modules/.vite-harness`,
  })
  await server.listen()
  const { port } = server.httpServer.address()
  return { url: `http://127.0.0.1:${port}/e2e/looks/scene-harness/index.html`, close: () => server.close() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await serveHarness()).url)
