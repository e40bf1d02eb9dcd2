/** The report of a session: what ran and what came of it, from plain values; and the same as Markdown. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { tagsOf } from '../../shared/canvas/signs.ts'
import type { Ran, Results, Round } from '../../shared/workshop/session.ts'
import type { Step } from '../../shared/workshop/step.ts'

export interface ReportSource {
  readonly title: string
  /** Server time of making it, ms. */
  readonly now: number
  readonly content: CanvasContent
  readonly steps: readonly Step[]
  readonly ran: readonly Ran[]
  readonly rounds: readonly Round[]
  readonly results: readonly Results[]
  /** Names of those who took part. */
  readonly people: readonly string[]
  /** Tags by which a note is a decision, without `#`, in small letters. */
  readonly decisionTags: readonly string[]
}

export interface ReportStep {
  readonly title: string
  readonly startedAt: number
  /** Null: it had no limit. */
  readonly plannedMinutes: number | null
  readonly tookMinutes: number
}

export interface ReportRow {
  readonly text: string
  readonly dots: number
  /** Another has as many. */
  readonly tied: boolean
}

export interface ReportVote {
  readonly title: string
  readonly voters: number
  readonly dots: number
  readonly rows: readonly ReportRow[]
}

export interface ReportAction {
  readonly text: string
  readonly owner: string
  /** Like `2026-12-01`; empty: none was named. */
  readonly due: string
}

export interface Report {
  readonly title: string
  readonly at: number
  readonly steps: readonly ReportStep[]
  readonly decisions: readonly string[]
  readonly votes: readonly ReportVote[]
  readonly actions: readonly ReportAction[]
  readonly questions: readonly string[]
  readonly areas: readonly { readonly area: Area; readonly notes: readonly string[] }[]
  /** Undefined where names were never to be stored. */
  readonly people: readonly string[] | undefined
}

const MINUTE = 60_000
/** The best of a round, and whatever has as many as the last of them. */
const TOP = 5

const minutes = (ms: number): number => Math.round(ms / MINUTE)

export function reportOf(source: ReportSource): Report {
  const { title, now, content, rounds, people } = source
  const { ran, practice } = withoutWarmUp(source)
  const notes = content.notes.filter(note => note.text.trim() && !isPractice(note, practice))
  const actions = notes.filter(({ action }) => action !== undefined)
  const isQuestion = ({ text }: Note) => /[?؟？]\s*$/u.test(text)
  const isDecision = (note: Note) => tagsOf(note).some(tag => source.decisionTags.includes(tag))
  return {
    title,
    at: now,
    steps: ran
      .filter(({ skipped }) => !skipped)
      .map(step => ({
        title: step.title,
        startedAt: step.startedAt,
        plannedMinutes: step.plannedMs === 0 ? null : minutes(step.plannedMs),
        tookMinutes: minutes(step.endedAt - step.startedAt),
      })),
    decisions: notes.filter(isDecision).map(textOf),
    votes: votesOf(source, practice),
    actions: actions.map(note => ({
      text: textOf(note),
      owner: note.action?.owner ?? '',
      due: note.action?.due ?? '',
    })),
    questions: notes.filter(isQuestion).map(textOf),
    areas: AREAS.map(area => ({ area, notes: notes.filter(({ place }) => place[0] === area).map(textOf) })).filter(
      each => each.notes.length > 0,
    ),
    people: rounds.some(({ names }) => names === 'never') ? undefined : people,
  }
}

const textOf = ({ text }: Note): string => text.trim().replace(/\s*\n\s*/gu, ' ')

/** What was practised in warm-ups is nobody's work. */
function withoutWarmUp({ ran, steps }: ReportSource) {
  const warm = new Set(steps.filter(({ kind }) => kind === 'warmUp').map(({ id }) => id))
  const isWarm = ({ step }: Ran) => step !== null && warm.has(step)
  const inOrder = [...ran].sort((a, b) => a.startedAt - b.startedAt)
  return { ran: inOrder.filter(each => !isWarm(each)), practice: inOrder.filter(isWarm) }
}

function isPractice({ place: [area, , , at] }: Note, practice: readonly Ran[]): boolean {
  return area === 'parking' && practice.some(({ startedAt, endedAt }) => at >= startedAt && at <= endedAt)
}

function votesOf({ results, rounds, content }: ReportSource, practice: readonly Ran[]): readonly ReportVote[] {
  const texts = new Map(content.notes.map(note => [note.id, textOf(note)]))
  const openedAt = new Map(rounds.map(({ id, openedAt: at }) => [id, at]))
  const practised = new Set(practice.map(({ round }) => round))
  return results
    .filter(({ round }) => !practised.has(round))
    .sort((a, b) => (openedAt.get(a.round) ?? 0) - (openedAt.get(b.round) ?? 0))
    .map(({ title, voters, dots, totals }) => ({ title, voters, dots, rows: topOf(totals, texts) }))
}

function topOf(totals: Results['totals'], texts: ReadonlyMap<string, string>): readonly ReportRow[] {
  const known = totals.filter(([note, dots]) => dots > 0 && texts.get(note))
  const ranked = [...known].sort(([, a], [, b]) => b - a)
  const least = ranked[TOP - 1]?.[1] ?? 0
  return ranked
    .filter(([, dots]) => dots >= least)
    .map(([note, dots]) => ({
      text: texts.get(note) ?? '',
      dots,
      tied: ranked.some(([other, as]) => other !== note && as === dots),
    }))
}

/** What the report says in a language. */
export interface ReportWords {
  readonly headings: Readonly<
    Record<'steps' | 'decisions' | 'votes' | 'actions' | 'questions' | 'notes' | 'people', string>
  >
  readonly credit: string
  area(area: Area): string
  date(at: number): string
  /** "08:30, 10 min planned, 12 taken" */
  step(step: ReportStep): string
  votes(vote: ReportVote): string
  row(row: ReportRow): string
  /** Who, and until when; empty where neither is known. */
  who(action: ReportAction): string
}

/** Signs that Markdown would read at the start of a line, and those it reads anywhere. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#]/gu, sign => `\\${sign}`).replace(/^(\s*)([-+]|\d+[.)])(?=\s)/u, '$1\\$2')

/** One file for everybody: headings, lists, no table that a mail would break. */
export function reportMarkdown(report: Report, words: ReportWords): string {
  const { headings } = words
  const list = (lines: readonly string[]) => lines.map(line => `- ${line}`).join('\n')
  const part = (heading: string, body: readonly string[]) => (body.length === 0 ? [] : [`## ${heading}`, ...body])
  const lists = (heading: string, lines: readonly string[]) => part(heading, lines.length === 0 ? [] : [list(lines)])
  return `${[
    `# ${escaped(report.title)}`,
    words.date(report.at),
    ...lists(
      headings.steps,
      report.steps.map(step => `**${escaped(step.title)}**: ${words.step(step)}`),
    ),
    ...lists(headings.decisions, report.decisions.map(escaped)),
    ...part(
      headings.votes,
      report.votes.flatMap(vote => [
        `### ${escaped(vote.title)}`,
        words.votes(vote),
        ...(vote.rows.length === 0 ? [] : [list(vote.rows.map(row => `${escaped(row.text)}: ${words.row(row)}`))]),
      ]),
    ),
    ...lists(
      headings.actions,
      report.actions.map(action => [escaped(action.text), escaped(words.who(action))].filter(Boolean).join(': ')),
    ),
    ...lists(headings.questions, report.questions.map(escaped)),
    ...part(
      headings.notes,
      report.areas.flatMap(({ area, notes }) => [`### ${words.area(area)}`, list(notes.map(escaped))]),
    ),
    ...lists(headings.people, (report.people ?? []).map(escaped)),
    words.credit,
  ].join('\n\n')}\n`
}
