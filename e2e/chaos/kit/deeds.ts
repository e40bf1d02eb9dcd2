/** What people do at a canvas, chosen at random: the verbs of `shared/canvas/operations`, and undo. */
import { AREAS } from '../../../shared/canvas/blocks.ts'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import type { History } from '../../../shared/canvas/history.ts'
import * as operations from '../../../shared/canvas/operations.ts'
import type { Place } from '../../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../../shared/canvas/records.ts'
import type { Random } from '../../support/random.ts'
import { between } from '../../support/random.ts'

/** Somebody at work. */
export interface Hand {
  readonly canvas: Canvas
  readonly history: History
}

/** Things that were never there before, in one run: ids, and letters that tell where they went. */
export class Fresh {
  #count = 0

  id(kind: string): string {
    return `${kind}${++this.#count}`
  }

  /** One CJK letter, or one Hangul after 20,000 of them. */
  letter(): string {
    const count = this.#count++
    return String.fromCharCode(count < 20_000 ? 0x4e00 + count : 0xac00 + (count % 11_000))
  }
}

interface Chance {
  readonly random: Random
  readonly fresh: Fresh
}

const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

const anywhere = ({ random }: Chance): Place => [
  pick(random, AREAS) ?? 'channels',
  between(random, 0, 600),
  between(random, 0, 400),
  between(random, 1, 1_000_000),
]

type Deed = (hand: Hand, chance: Chance, note: string, other: string) => void

/** Each as often as its weight. */
const DEEDS: readonly (readonly [weight: number, title: string, Deed])[] = [
  [
    5,
    'add',
    ({ canvas }, chance) =>
      operations.addNote(canvas, {
        id: chance.fresh.id('n'),
        place: anywhere(chance),
        text: chance.fresh.letter(),
        color: 'straw',
        author: '',
      }),
  ],
  [
    8,
    'type',
    ({ canvas }, { random, fresh }, note) => {
      const text = canvas.notes.get(note)?.text ?? ''
      const at = between(random, 0, text.length)
      operations.editText(canvas, note, text.slice(0, at) + fresh.letter() + text.slice(at))
    },
  ],
  [
    2,
    'erase',
    ({ canvas }, { random }, note) => {
      const text = canvas.notes.get(note)?.text ?? ''
      const at = between(random, 0, text.length)
      operations.editText(canvas, note, text.slice(0, at) + text.slice(at + 2))
    },
  ],
  [6, 'move', ({ canvas }, chance, note) => operations.moveNotes(canvas, new Map([[note, anywhere(chance)]]))],
  [
    3,
    'color',
    ({ canvas }, { random }, note, other) =>
      operations.colorNotes(canvas, [note, other], pick(random, NOTE_COLORS) ?? 'straw'),
  ],
  [2, 'name', ({ canvas }, { fresh }, note) => operations.nameNote(canvas, note, fresh.id('name '))],
  [2, 'mark', ({ canvas }, _chance, note, other) => operations.markNote(canvas, note, `segment:${other}`, true)],
  [1, 'unmark', ({ canvas }, _chance, note, other) => operations.markNote(canvas, note, `segment:${other}`, false)],
  [2, 'bin', ({ canvas }, _chance, note) => operations.binRecords(canvas, 'notes', [note])],
  [
    1,
    'restore',
    ({ canvas }, { random }) =>
      operations.restoreRecords(canvas, 'notes', [pick(random, canvas.notes.binned())?.id ?? '']),
  ],
  [
    2,
    'link',
    ({ canvas }, { fresh }, from, to) => operations.addLink(canvas, { id: fresh.id('l'), from, to, label: '' }),
  ],
  [1, 'title', ({ canvas }, { fresh }) => operations.nameCanvas(canvas, fresh.id('title '))],
  [3, 'undo', ({ history }) => void history.undo()],
  [1, 'redo', ({ history }) => void history.redo()],
]
const CHOICES = DEEDS.flatMap(([weight, title, deed]) => Array.from({ length: weight }, () => ({ title, deed })))
const ADD = CHOICES[0]
/** After these every letter that was ever typed is still there, once. */
const KEEPING = CHOICES.filter(({ title }) => ['add', 'type', 'move', 'color', 'name', 'link'].includes(title))

/** Does one thing; `keeping`: nothing that takes anything away. */
export function act(hand: Hand, chance: Chance, { keeping = false } = {}): void {
  const { random } = chance
  const notes = hand.canvas.notes.all()
  const choice = notes.length < 2 ? ADD : pick(random, keeping ? KEEPING : CHOICES)
  const [note, other] = [pick(random, notes)?.id ?? '', pick(random, notes)?.id ?? '']
  if (!choice) return
  const { title, deed } = choice
  if (title === 'undo' || title === 'redo') deed(hand, chance, note, other)
  else hand.history.run(title, () => deed(hand, chance, note, other))
}

/** Every letter on the canvas, the bin included, with how often it is there. */
export function lettersOn(canvas: Canvas): Map<string, number> {
  const letters = new Map<string, number>()
  for (const { text } of [...canvas.notes.all(), ...canvas.notes.binned()])
    for (const letter of text) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}
