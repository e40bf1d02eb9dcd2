/** What may stand behind the name of the program, and what is said to all else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCommand, runCommand } from './cli.ts'

test.each([
  [[], { kind: 'serve' }],
  [['serve'], { kind: 'serve' }],
  [['backup', 'b.sqlite'], { kind: 'backup', file: 'b.sqlite' }],
  [['restore', 'b.sqlite'], { kind: 'restore', file: 'b.sqlite' }],
])('%j is understood', (args, command) => {
  expect(parseCommand(args)).toEqual(command)
})

test.each([
  [['--help'], 'node dist/server/main.js [serve]'],
  [['-h'], 'node dist/server/main.js [serve]'],
  [['serve', '--help'], 'Runs the server until'],
  [['backup', '--help'], 'backup <file> copies'],
  [['restore', 'x', '--help'], 'restore <file> puts'],
])('%j is answered with help', (args, words) => {
  expect(parseCommand(args)).toEqual({ kind: 'help', text: expect.stringContaining(words) as string })
})

test.each([
  [['server'], 'There is no command "server". See --help.'],
  [['--port', '80'], 'The options --port are not understood. See --help.'],
  [['backup'], 'The command backup needs the name of one file. See --help.'],
  [['restore', 'a', 'b'], 'The command restore needs the name of one file. See --help.'],
  [['serve', 'me'], 'The command serve takes nothing more, not "me". See --help.'],
])('%j is answered with a sentence', (args, problem) => {
  expect(parseCommand(args)).toEqual({ kind: 'wrong', problem })
})

test('what cannot be backed up or restored is told by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nonagon-cli-'))
  const ends = (kind: 'backup' | 'restore', file: string) => runCommand({ kind, file }, folder)
  await expect(ends('backup', '/b')).rejects.toThrow(`There is no database in ${folder}.`)
  await expect(ends('restore', '/nowhere/at/all')).rejects.toThrow('There is no file /nowhere/at/all.')
  await expect(ends('restore', folder)).rejects.toThrow(`There is no file ${folder}.`)
  rmSync(folder, { recursive: true })
})
