/** `backup <file>` and `restore <file>`, and the sentences with which they end. */
import type { BackupReport } from '../storage/commands/backup.ts'
import { copyDatabase } from '../storage/commands/backup.ts'
import { restore } from '../storage/commands/restore.ts'
import type { Command } from './command.ts'
import { count } from './command.ts'

const content = ({ boards, documents, bytes }: BackupReport): string =>
  `${count(boards, 'board')} with ${count(documents, 'document')}, ${Math.ceil(bytes / 1024)} KiB`

const damage = ({ damaged }: BackupReport): string =>
  damaged.length === 0 ? '' : ` Damaged already, of those that were tried out: ${damaged.join(', ')}.`

const takes = { least: 1, most: 1, words: 'the name of one file' }

export const backupCommand: Command = {
  usage: '<file>',
  summary: 'copies all that is kept into one file',
  help: `A server that runs on the data folder goes on meanwhile.
The copy is tried out before it gets its name; an older file of that name is replaced only then.
Keep it on another machine: a copy beside the original is lost with it.`,
  takes,
  async run({ config, args: [file = ''] }) {
    const report = await copyDatabase(config.dataDir, file)
    return { text: `Backed up to ${report.file}: ${content(report)}.${damage(report)}`, json: report }
  },
}

export const restoreCommand: Command = {
  usage: '<file>',
  summary: 'puts such a copy in the place of what is kept',
  help: `The server must be stopped. What was there is kept beside it.
What people wrote since the backup and had acknowledged is in that file only; what no server had acknowledged, their
browsers offer them to add again.`,
  takes,
  async run({ config, args: [file = ''], now }) {
    const report = await restore(config.dataDir, file, { now })
    const kept = report.kept ? ` What was there before is kept as ${report.kept}.` : ''
    return { text: `Restored from ${file}: ${content(report)}.${damage(report)}${kept}`, json: report }
  },
}
