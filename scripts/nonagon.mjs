#!/usr/bin/env node
/** `nonagon`, the command of the package: says in a sentence when this Node is too old, else runs the built server. */
const NEEDED = [22, 13]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Nonagon needs Node ${NEEDED.join('.')} or newer and this is ${process.versions.node}: get one from https://nodejs.org, or with \`nvm install 24\`.`,
  )
  process.exit(1)
}

// What `node --disable-proto=delete` does; a command cannot pass flags to its own Node everywhere.
delete Object.prototype.__proto__
// Node 22 calls its SQLite an experiment on every start, also for whoever only wants help. All other warnings are told.
const { emitWarning } = process
process.emitWarning = (warning, ...more) => {
  if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...more)
}
// Not a plain import: an older Node would stumble over the server's imports before it could say anything.
await import('../dist/server/main.js')
