/** `npm run dev`: the server from its sources, restarted on change, and the page with hot reload in front of it. */
import { spawn } from 'node:child_process'

const children = [
  spawn(process.execPath, ['--watch', '--disable-proto=delete', 'server/main.ts'], { stdio: 'inherit' }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { stdio: 'inherit' }),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.once('exit', stop)
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
