/**
 * An agenda as Markdown, for people and their other tools; JSON says the same for programs. Read wholly or not at all.
 *
 *     # Monday                          the title of the agenda
 *
 *     ## Write down what you know       a step
 *
 *     - Minutes: 8                      what is not said is as in a blank step
 *     - Focus: Channels, Key Resources
 *     - Rights: add, text (own), vote   those that are not named are not given
 *     - Vote:
 *       - Dots: 3
 *
 *     One idea on each note.            the instruction, as it stands, up to the next heading
 */
import { areaNamed } from '../canvas/block-names.ts'
import type { Area } from '../canvas/blocks.ts'
import { areaName } from '../canvas/blocks.ts'
import { trimBlanks } from '../canvas/markdown-text.ts'
import type { AgendaFault } from './agenda-json.ts'
import { agendaFromJSON, agendaToJSON } from './agenda-json.ts'
import type { Rights } from './rights.ts'
import { ALL_RIGHTS, NO_RIGHTS, RIGHTS } from './rights.ts'
import type { StepPlan, VoteSettings } from './step.ts'
import { BLANK_PLAN, BLANK_VOTE, STEP_LIMITS } from './step.ts'

// Fields ------------------------------------------------------------------------------------------------------------

/** How a field stands in a line. What cannot be read is passed on as it stands, to be refused by the rules of JSON. */
interface Field<T> {
  readonly label: string
  readonly write: (value: T) => string
  readonly read: (text: string) => unknown
}
type Fields<T> = { readonly [K in keyof T]: Field<T[K]> }

const words = <T extends string>(label: string): Field<T> => ({ label, write: value => value, read: text => text })
const flag = (label: string): Field<boolean> => ({
  label,
  write: value => (value ? 'yes' : 'no'),
  read: text => (text === 'yes' || text === 'no' ? text === 'yes' : text),
})
const numberIn = (text: string): unknown => (/^\d{1,9}$/.test(text) ? Number(text) : text)
const whole = (label: string): Field<number> => ({ label, write: String, read: numberIn })
/** A number, or the value that says there is none, in words. */
const wholeOr = <T extends number | null>(none: T, said: string, label: string): Field<number | T> => ({
  label,
  write: value => (value === none ? said : String(value)),
  read: text => (text === said ? none : numberIn(text)),
})

const listed = (text: string): readonly string[] => text.split(',').map(trimBlanks)
const areas = (label: string): Field<readonly Area[]> => ({
  label,
  write: value => value.map(areaName).join(', ') || 'everywhere',
  read: text => (text === 'everywhere' ? [] : listed(text).map(name => areaNamed(name) ?? name)),
})

const rights: Field<Rights> = {
  label: 'Rights',
  write(value) {
    if (RIGHTS.every(right => value[right] === 'all')) return 'all'
    const given = RIGHTS.filter(right => value[right] !== 'none')
    return given.map(right => (value[right] === 'own' ? `${right} (own)` : right)).join(', ') || 'none'
  },
  read(text) {
    if (text === 'all') return ALL_RIGHTS
    if (text === 'none') return NO_RIGHTS
    return Object.fromEntries(
      listed(text).map(each => {
        const [, right = each, own] = /^(\w+)( \(own\))?$/.exec(each) ?? []
        return [right, own ? 'own' : 'all']
      }),
    )
  },
}

const VOTE_FIELDS: Fields<VoteSettings> = {
  dots: whole('Dots'),
  perNote: whole('On one note'),
  blocks: areas('Blocks'),
  perBlock: wholeOr(null, 'as they like', 'In each block'),
  live: flag('Live totals'),
  named: flag('Named'),
  shuffled: flag('Shuffled'),
}

const STEP_FIELDS: Fields<Omit<StepPlan, 'title' | 'instruction'>> = {
  minutes: wholeOr(0, 'no limit', 'Minutes'),
  focus: areas('Focus'),
  rights,
  visibility: words('Writing'),
  names: words('Names'),
  questions: flag('Questions'),
  overtime: words('Overtime'),
  kind: words('Kind'),
  // Its settings are indented below.
  vote: { label: 'Vote', write: () => '', read: text => (text === '' ? {} : text) },
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The lines of what differs from a blank one; `first` is said in any case. */
function linesOf<T extends object>(value: T, fields: Fields<T>, blank: T, first: keyof T): readonly string[] {
  const lineOf = <K extends keyof T>(key: K) => `- ${fields[key].label}: ${fields[key].write(value[key])}`.trimEnd()
  const keys = Object.keys(fields) as (keyof T)[]
  return keys.filter(key => key === first || !isSame(value[key], blank[key])).map(lineOf)
}

// Texts -------------------------------------------------------------------------------------------------------------

const entity = (sign: string): string => `&#${sign.charCodeAt(0)};`
const entities = (signs: string): string => signs.replace(/[^]/g, entity)

/** Blanks at the ends, and signs that stand in no text file, as entities; what looks like one gets an `amp;` more. */
function escape(text: string): string {
  const safe = text.replace(/&(?=(?:amp;)*#\d{1,5};)/g, '&amp;').replace(/[\0-\x08\x0b-\x1f]|\p{Surrogate}/gu, entity)
  const from = /^[ \t\n]*/.exec(safe)?.[0].length ?? 0
  let to = safe.length
  while (to > from && ' \t\n'.includes(safe.charAt(to - 1))) to--
  return entities(safe.slice(0, from)) + safe.slice(from, to) + entities(safe.slice(to))
}

const escapeTitle = (title: string): string => escape(title).replace(/\n/g, entity)
/** A line that would begin a step is held by a backslash. */
const escapeInstruction = (text: string): string => escape(text).replace(/^(?=\\*#{1,2}(?:[ \t]|$))/gm, '\\')

/** The twin of all of these. */
const unescape = (raw: string): string =>
  raw.replace(/&((?:amp;)*)#(\d{1,5});/g, (_all, more: string, code: string) =>
    more ? `&${more.slice(4)}#${code};` : String.fromCharCode(Number(code)),
  )
const unescapeInstruction = (raw: string): string => unescape(raw.replace(/^\\(?=\\*#{1,2}(?:[ \t]|$))/gm, ''))

// Writing -----------------------------------------------------------------------------------------------------------

function stepToMarkdown({ title, instruction, ...step }: StepPlan): string {
  const settings = step.vote ? linesOf(step.vote, VOTE_FIELDS, BLANK_VOTE, 'dots') : []
  const fields = [...linesOf(step, STEP_FIELDS, BLANK_PLAN, 'minutes'), ...settings.map(line => `  ${line}`)]
  const parts = [title ? `## ${escapeTitle(title)}` : '##', fields.join('\n'), escapeInstruction(instruction)]
  return parts.filter(Boolean).join('\n\n')
}

export function agendaToMarkdown(title: string, steps: readonly StepPlan[]): string {
  return `${[...(title ? [`# ${escapeTitle(title)}`] : []), ...steps.map(stepToMarkdown)].join('\n\n')}\n`
}

// Reading -----------------------------------------------------------------------------------------------------------

export type AgendaLineFault = AgendaFault | 'noHeading' | 'noBegin' | 'titleTwice' | 'noSetting' | 'fieldTwice'

export interface AgendaLineProblem {
  /** From 1. */
  readonly line: number
  readonly fault: AgendaLineFault
}

export type ReadAgendaMarkdown =
  | { readonly ok: true; readonly title: string; readonly steps: readonly StepPlan[] }
  | { readonly ok: false; readonly problems: readonly AgendaLineProblem[] }

type Report = (line: number, fault: AgendaLineFault) => void

/** A step as it stands in the file. */
interface Part {
  readonly line: number
  readonly title: string
  readonly body: readonly string[]
}

/** Enough to see what is wrong. */
const MOST_PROBLEMS = 50

/** Reads any text; never throws. */
export function agendaFromMarkdown(text: string): ReadAgendaMarkdown {
  const problems: AgendaLineProblem[] = []
  const report: Report = (line, fault) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, fault })
  }
  const { title, parts } = partsOf(text, report)
  if (parts.length === 0 && problems.length === 0) report(1, 'noHeading')
  const lines = new Map([['steps', parts[STEP_LIMITS.steps]?.line ?? 1]])
  const steps = parts.map((part, i) => stepOf(part, (field, line) => lines.set(`steps[${i}].${field}`, line), report))
  if (problems.length > 0) return { ok: false, problems }
  const read = agendaFromJSON({ ...agendaToJSON(title, []), steps })
  if (read.ok) return read
  for (const { path, fault } of read.problems) report(lines.get(path) ?? 1, fault)
  return { ok: false, problems }
}

function partsOf(text: string, report: Report): { readonly title: string; readonly parts: readonly Part[] } {
  let title: string | undefined
  const parts: (Part & { readonly body: string[] })[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, hashes, rest = ''] = /^(#{1,2})(?:[ \t]([^]*))?$/.exec(line) ?? []
    const step = parts.at(-1)
    if (hashes === '##') parts.push({ line: i + 1, title: unescape(trimBlanks(rest)), body: [] })
    else if (hashes) {
      if (title !== undefined || step) report(i + 1, 'titleTwice')
      title = unescape(trimBlanks(rest))
    } else if (step) step.body.push(line)
    else if (!isBlank(line)) report(i + 1, 'noBegin')
  }
  return { title: title ?? '', parts }
}

const isBlank = (line: string | undefined): boolean => trimBlanks(line ?? '') === ''

/** `- Minutes: 8` */
interface FieldLine {
  readonly isIndented: boolean
  readonly label: string
  readonly text: string
}

function fieldLine(line: string): FieldLine | undefined {
  const content = trimBlanks(line)
  const colon = content.indexOf(':')
  if (colon < 0 || !/^[-*+][ \t]/.test(content)) return undefined
  const label = trimBlanks(content.slice(1, colon)).toLowerCase()
  return { isIndented: !line.startsWith(content.charAt(0)), label, text: trimBlanks(content.slice(colon + 1)) }
}

type Found = Record<string, unknown>

/** What a step says, for the rules of JSON; `at` hears on which line each field is told. */
function stepOf({ line, title, body }: Part, at: (field: string, line: number) => void, report: Report): Found {
  const found: Found = {}
  let settings: Found | undefined
  let i = Math.max(
    0,
    body.findIndex(each => !isBlank(each)),
  )
  const first = fieldLine(body[i] ?? '')
  const hasFields = first !== undefined && fieldNamed(first.label, STEP_FIELDS) !== undefined
  for (; hasFields && !isBlank(body[i]); i++) {
    const here = line + 1 + i
    const { isIndented, label = '', text = '' } = fieldLine(body[i] ?? '') ?? {}
    const isSetting = isIndented && settings !== undefined
    const into = isSetting ? (settings ?? found) : found
    const [key, field] = fieldNamed(label, isSetting ? VOTE_FIELDS : STEP_FIELDS) ?? []
    if (key === undefined || !field) report(here, 'noSetting')
    else if (Object.hasOwn(into, key)) report(here, 'fieldTwice')
    else {
      const value = (into[key] = field.read(text))
      if (key === 'vote' && isOutside(value)) settings = value
      at(isSetting ? 'vote' : key, here)
    }
  }
  const rest = body.slice(i)
  const from = Math.max(
    0,
    rest.findIndex(each => !isBlank(each)),
  )
  const to = rest.findLastIndex(each => !isBlank(each)) + 1
  at('title', line)
  at('instruction', line + 1 + i + from)
  return { ...found, title, instruction: unescapeInstruction(rest.slice(from, to).join('\n')) }
}

const isOutside = (value: unknown): value is Found => typeof value === 'object' && value !== null

type Reading = Pick<Field<never>, 'label' | 'read'>

const fieldNamed = (label: string, fields: Readonly<Record<string, Reading>>): [string, Reading] | undefined =>
  Object.entries(fields).find(([, field]) => field.label.toLowerCase() === label)
