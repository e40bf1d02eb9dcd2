/** Results of votes as a file: for people (Markdown), for tables (CSV), and for programs (JSON). */
import type { Area } from '../canvas/blocks.ts'
import { AREAS } from '../canvas/blocks.ts'
import { rankedOf } from './ballots.ts'
import type { Results, Round } from './session.ts'

export const RESULT_FILES = {
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
} as const
export type ResultFormat = keyof typeof RESULT_FILES

/** As the panel and every file list them; the first vote of a board is number 1, whatever it is called. */
export function latestFirst(results: readonly Results[], rounds: readonly Pick<Round, 'id' | 'openedAt'>[]) {
  const openedAt = new Map(rounds.map(round => [round.id, round.openedAt]))
  return [...results].sort((a, b) => (openedAt.get(b.round) ?? 0) - (openedAt.get(a.round) ?? 0))
}
const numberOf = (results: readonly Results[], i: number): number => results.length - i

/** What candidates are called, and where they lie; undefined for what is not there any more. */
export interface Called {
  candidate(id: string): { readonly text: string; readonly area: Area } | undefined
  person(id: string): string
  area(area: Area): string
}

interface Row {
  readonly id: string
  readonly text: string
  readonly area: Area | undefined
  readonly dots: number
  readonly rank: number
  readonly tied: boolean
  /** Only of a named vote. */
  readonly by?: readonly { readonly name: string; readonly dots: number }[]
}

function rowsOf({ totals, names }: Results, called: Called): readonly Row[] {
  return rankedOf(totals).map(({ note, dots, rank, isTied }) => {
    const { text = '', area } = called.candidate(note) ?? {}
    const by = names
      ?.filter(([on]) => on === note)
      .map(([, person, given]) => ({ name: called.person(person), dots: given }))
    return { id: note, text, area, dots, rank, tied: isTied, ...(by && { by }) }
  })
}

/** A sheet would take what begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (value: string | number): string => {
  if (typeof value === 'number') return `${value}`
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const HEADINGS = ['number', 'vote', 'rank', 'tied', 'dots', 'block', 'note', 'by'] as const

/** RFC 4180, a line for each candidate of each vote. */
function toCSV(results: readonly Results[], called: Called): string {
  const lines = results.flatMap((result, i) =>
    rowsOf(result, called).map(({ rank, tied, dots, area, text, by = [] }) => [
      numberOf(results, i),
      result.title,
      rank,
      tied ? 'yes' : 'no',
      dots,
      area ? called.area(area) : '',
      text,
      by.map(each => `${each.name} ${each.dots}`).join('; '),
    ]),
  )
  return [HEADINGS, ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('')
}

const toVotesJSON = (results: readonly Results[], called: Called): unknown => ({
  format: 'nonagon-votes',
  version: 1,
  votes: results.map((result, i) => ({
    number: numberOf(results, i),
    title: result.title,
    voters: result.voters,
    of: result.of,
    dots: result.dots,
    notes: rowsOf(result, called),
  })),
})

/** One line, with nothing in it that Markdown would read as more than words. */
const inline = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

function toVotesMarkdown(results: readonly Results[], called: Called): string {
  const parts = results.map(result => {
    const rows = rowsOf(result, called)
    const areas = [...AREAS.filter(area => rows.some(row => row.area === area)), undefined]
    const blocks = areas.flatMap(area => {
      const own = rows.filter(row => row.area === area)
      if (own.length === 0) return []
      return [`### ${area ? called.area(area) : '–'}`, own.map(lineOf).join('\n')]
    })
    return [`## ${inline(result.title)}`, ...blocks].join('\n\n')
  })
  return `${parts.join('\n\n')}\n`
}

function lineOf({ text, dots, tied, by = [] }: Row): string {
  const who = by.length > 0 ? ` (${by.map(({ name, dots: given }) => `${inline(name)} ${given}`).join(', ')})` : ''
  return `- ${dots}${tied ? ' =' : ''} · ${inline(text) || '–'}${who}`
}

const TEXTS: Readonly<Record<ResultFormat, (results: readonly Results[], called: Called) => string>> = {
  csv: toCSV,
  json: (results, called) => JSON.stringify(toVotesJSON(results, called), undefined, 2),
  markdown: toVotesMarkdown,
}

/** The latest first. */
export const resultsText = (format: ResultFormat, results: readonly Results[], called: Called): string =>
  TEXTS[format](results, called)
