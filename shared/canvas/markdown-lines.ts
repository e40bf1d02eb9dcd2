/** Reads the lines of a Markdown canvas into a title, headings and bullets, still as they were written. */
import type { Area } from './blocks.ts'
import { areaNamed } from './block-names.ts'
import { trimBlanks, unescape } from './markdown-text.ts'
import { LIMITS } from './schema.ts'

export interface MarkdownProblem {
  /** From 1. */
  readonly line: number
  readonly sentence: string
}

/** A level-3 heading: a segment, or a heading of the person's own. */
interface Heading {
  readonly line: number
  readonly area: Area
  readonly raw: string
}

export interface Bullet {
  readonly line: number
  /** Of the bullet and what is indented below it, without indentation. */
  readonly lines: readonly string[]
}

export interface NoteBullet extends Bullet {
  readonly area: Area
  readonly heading?: Heading | undefined
}

export interface Outline {
  readonly title: string
  readonly headings: readonly Heading[]
  readonly bullets: readonly NoteBullet[]
  readonly links: readonly Bullet[]
  readonly groups: readonly Bullet[]
  readonly problems: readonly MarkdownProblem[]
}

type Section =
  { readonly kind: 'area'; readonly area: Area } | { readonly kind: 'links' | 'groups' } | { readonly kind: 'unknown' }

/** What a heading says, without the hashes that may close it. */
function headingText(rest: string): string {
  const text = trimBlanks(rest)
  const closing = /(?:^|[ \t])#+$/.exec(text)
  return closing ? trimBlanks(text.slice(0, closing.index)) : text
}

export function readOutline(text: string): Outline {
  const headings: Heading[] = []
  const bullets: NoteBullet[] = []
  const links: Bullet[] = []
  const groups: Bullet[] = []
  const problems: MarkdownProblem[] = []
  let title: string | undefined
  let section: Section | undefined
  let heading: Heading | undefined
  /** The lines of the bullet above, to which an indented line belongs. */
  let open: string[] | undefined
  let blanks = 0

  const report = (line: number, sentence: string) => problems.push({ line, sentence })

  const readHeading = (line: number, level: number, rest: string) => {
    open = undefined
    const raw = headingText(rest)
    if (level === 1) {
      if (title !== undefined || section) report(line, 'A canvas has one title, at its beginning.')
      title ??= unescape(raw)
      if (title.length > LIMITS.shortText) report(line, `A title has at most ${LIMITS.shortText} characters.`)
    } else if (level === 2) {
      heading = undefined
      const area = areaNamed(unescape(raw))
      const kind = /^links$/i.test(raw) ? 'links' : /^groups$/i.test(raw) ? 'groups' : 'unknown'
      section = area ? { kind: 'area', area } : { kind }
      if (!area && kind === 'unknown') report(line, `“${raw}” is not the name of a block.`)
    } else if (level > 3) report(line, 'A canvas has headings of three levels: title, block, segment.')
    else if (!raw) report(line, 'This heading has no words.')
    else if (section?.kind === 'area') {
      heading = { line, area: section.area, raw }
      headings.push(heading)
    } else if (section?.kind !== 'unknown') report(line, 'A heading of level 3 stands below a block.')
  }

  const readBullet = (line: number, content: string) => {
    open = [content]
    blanks = 0
    if (section?.kind === 'area') bullets.push({ line, lines: open, area: section.area, heading })
    else if (section?.kind === 'links') links.push({ line, lines: open })
    else if (section?.kind === 'groups') groups.push({ line, lines: open })
    else if (!section) report(line, 'A note stands below the heading of a block.')
  }

  for (const [i, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const content = trimBlanks(whole)
    const hashes = /^(#{1,6})(?:[ \t]|$)/.exec(whole)?.[1]
    if (!content) blanks++
    else if (hashes) readHeading(i + 1, hashes.length, whole.slice(hashes.length))
    else if (/^[-*+](?:[ \t]|$)/.test(content)) readBullet(i + 1, trimBlanks(content.slice(1)))
    else if (open && /^[ \t]/.test(whole)) {
      open.push(...Array.from({ length: blanks }, () => ''), content)
      blanks = 0
    } else report(i + 1, 'This line is neither a heading, nor a bullet, nor indented below one.')
  }
  return { title: title ?? '', headings, bullets, links, groups, problems }
}
