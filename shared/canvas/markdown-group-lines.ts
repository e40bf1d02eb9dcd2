/** Groups as lines of a Markdown canvas, written and read: `CH1 + CH4: How they reach us`, `R$1 + R$2 (closed)`. */
import type { Area } from './blocks.ts'
import { AREAS } from './blocks.ts'
import { byReading } from './canvas.ts'
import { groupsAmong } from './groups.ts'
import type { Bullet } from './markdown-lines.ts'
import { escapeName, unescape } from './markdown-text.ts'
import type { CanvasContent, Group, Note } from './records.ts'
import { LIMITS } from './schema.ts'

/** By block, then by their first notes; those that no note is in are left out. */
export function writeGroups(
  { notes, groups }: CanvasContent,
  { number, referenceTo }: { readonly number: (note: Note) => number; readonly referenceTo: (note: Note) => string },
): readonly string[] {
  const byNumber = (a: Note, b: Note) => number(a) - number(b)
  const inOrder = [...notes].sort(
    (a, b) => AREAS.indexOf(a.place[0]) - AREAS.indexOf(b.place[0]) || byNumber(a, b) || byReading(a, b),
  )
  return groupsAmong(new Map(groups.map(group => [group.id, group])), inOrder).map(({ group, notes: inside }) => {
    return `- ${inside.map(referenceTo).join(' + ')}${group.closed ? ' (closed)' : ''}${group.title ? `: ${escapeName(group.title)}` : ''}\n`
  })
}

const REFERENCE = '[A-Z]{1,2}\\$?\\d{1,5}'
const GROUP = new RegExp(
  `^(${REFERENCE}(?:[ \\t]*\\+[ \\t]*${REFERENCE})*)([ \\t]*\\(closed\\))?(?::[ \\t]*(.*))?$`,
  'i',
)

interface Reading {
  readonly noteAt: (reference: string) => { readonly id: string; readonly area: Area } | undefined
  readonly newId: () => string
  readonly report: (line: number, sentence: string) => void
}

/** The groups, and in which of them a note is, by its id. What is wrong is reported. */
export function readGroups(
  bullets: readonly Bullet[],
  { noteAt, newId, report }: Reading,
): { readonly groups: readonly Group[]; readonly groupOf: ReadonlyMap<string, string> } {
  const groups: Group[] = []
  const groupOf = new Map<string, string>()
  for (const { line, lines } of bullets) {
    const [, references = '', closed, rest = ''] = GROUP.exec(lines.join('\n')) ?? []
    const notes = references.split('+').map(reference => noteAt(reference.trim()))
    const [first] = notes
    const title = unescape(rest)
    if (!first || notes.some(note => note?.area !== first.area))
      report(line, 'A group reads like CH1 + CH4: its name. Its notes are of one block.')
    else if (notes.some(note => note && groupOf.has(note.id))) report(line, 'A note is in one group at most.')
    else if (title.length > LIMITS.shortText) report(line, `A name has at most ${LIMITS.shortText} characters.`)
    else if (groups.length === LIMITS.groups) report(line, `A canvas has at most ${LIMITS.groups} groups.`)
    else {
      const group = { id: newId(), title, block: first.area, ...(closed && { closed: true as const }) }
      groups.push(group)
      for (const note of notes) if (note) groupOf.set(note.id, group.id)
    }
  }
  return { groups, groupOf }
}
