/** Agendas as files: either kind comes back, and one sentence is there for each that does not. */
import { afterEach, expect, test } from 'vitest'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { AGENDA_FORMATS, agendaFile, readAgendaFile } from '../files/agenda-file.ts'
import '../words/later.ts'
import { LANGUAGES } from '../words/languages.ts'
import { english as en, speak, speakWith } from '../words/words.ts'
import { agendaFault } from './agenda-fault.ts'

afterEach(() => speakWith(speak(en, 'en')))

const STEPS: readonly StepPlan[] = [
  { ...BLANK_PLAN, title: 'Talk', instruction: 'Slowly.\0' },
  { ...BLANK_PLAN, title: '', minutes: 0 },
]

test.each(AGENDA_FORMATS)('[B3] an agenda comes back from a file as %s', async format => {
  const [file, name] = agendaFile(format, 'Ours', STEPS)
  expect(name).toBe(format === 'json' ? 'Ours agenda.json' : 'Ours agenda.md')
  expect(await readAgendaFile(file)).toEqual({ ok: true, steps: STEPS })
})

test.each([
  ['', 'This file is empty.'],
  [' \n', 'This file is empty.'],
  ['PK\0\u0003', 'This is not a text file. An agenda comes as Markdown (.md) or JSON (.json).'],
  ['{"format"', 'This file is no agenda: it cannot be read as JSON.'],
  ['[]', 'This file is no agenda. format: An agenda says its format: nonagon-agenda.'],
  [
    '{"format":"nonagon-agenda","version":1,"steps":[{"minutes":10000}]}',
    'This file is no agenda. steps[0].minutes: Minutes are a whole number from 0, which is without a limit, to 480.',
  ],
  ['Dear all,\n\nsee you', 'This file is no agenda. Line 1: A step begins with a heading such as ## Warm-up.'],
  [
    '## Talk\n- Minutes: 10000',
    'This file is no agenda. Line 2: Minutes are a whole number from 0, which is without a limit, to 480.',
  ],
])('[B3] %j is no agenda, and that is said', async (text, sentence) => {
  const read = await readAgendaFile(new Blob([text]))
  expect(read.ok || agendaFault(read.problem)).toBe(sentence)
})

test.each([
  ['de', 'Diese Datei ist keine Agenda. Zeile 2: Minuten sind eine ganze Zahl von 0, das heißt ohne Grenze, bis 480.'],
  ['ar', 'هذا الملف ليس جدول أعمال. السطر 2: الدقائق عدد صحيح من 0، أي بلا حد، إلى 480.'],
] as const)('[B3] what is wrong is said in the language of the page: %s', async (id, sentence) => {
  speakWith(speak(await LANGUAGES[id].table(), id))
  const read = await readAgendaFile(new Blob(['## Talk\n- Minutes: 10000']))
  const said = read.ok ? '' : agendaFault(read.problem)
  // But for the marks that keep figures and names in their place.
  expect(said.replace(/[\u2068\u2069]/g, '')).toBe(sentence)
})

test('[B3] neither is what is too large, or cannot be read at all', async () => {
  const file = { size: 3e6, arrayBuffer: () => Promise.reject(new Error('gone')) }
  const said = async (size: number) => {
    const read = await readAgendaFile({ ...file, size })
    return read.ok || agendaFault(read.problem)
  }
  expect(await said(3e6)).toBe('This file is larger than 2 MB. Import a smaller one, or one in parts.')
  expect(await said(10)).toBe('This file could not be read. Is it a folder?')
})
