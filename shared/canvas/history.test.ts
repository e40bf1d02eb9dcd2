/** Undo is mine: it takes back what I wrote and nobody changed since, and never a letter of anyone else. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocument, hasPending, onUpdate } from '../wire/document.ts'
import type { Right } from '../workshop/rights.ts'
import type { Canvas } from './canvas.ts'
import { contentOf, openCanvas, visibleLinks } from './canvas.ts'
import { membersOf } from './groups.ts'
import type { History, Need, Outcome } from './history.ts'
import { MOST_STEPS, openHistory } from './history.ts'
import {
  addGroup,
  addLink,
  addNote,
  binRecords,
  colorNotes,
  editText,
  labelLink,
  markNote,
  moveNotes,
  nameCanvas,
  nameNote,
  putInGroup,
  reattachLink,
  restoreRecords,
} from './operations.ts'
import type { Place } from './records.ts'
import type { Done, Rehearsal, Seat } from './rehearsal.ts'
import { act, flawsOf, foreignWork, lettersAt, rehearse, seeded } from './rehearsal.ts'

/** A person with the few verbs that these tests speak. */
function person(seat: Seat) {
  const { canvas, history } = seat
  const run = (title: string, write: () => void, merge?: string) =>
    history.run(title, write, merge === undefined ? {} : { merge })
  return {
    seat,
    canvas,
    history,
    run,
    adds: (...ids: string[]) =>
      run('Add', () => {
        for (const id of ids) addNote(canvas, { id, place: at(1), text: '', color: 'straw', author: 'ana' })
      }),
    writes: (id: string, text: string) => run('Write', () => editText(canvas, id, text)),
    moves: (id: string, place: Place) => run('Move', () => moveNotes(canvas, new Map([[id, place]]))),
    colors: (id: string, color: 'rose' | 'sky' | 'leaf') => run('Colour', () => colorNotes(canvas, [id], color)),
    deletes: (...ids: string[]) => run('Delete', () => binRecords(canvas, 'notes', ids)),
    restores: (id: string) => run('Restore', () => restoreRecords(canvas, 'notes', [id])),
    undoes: () => history.undo(),
    redoes: () => history.redo(),
    sees: (id: string) => canvas.notes.get(id),
    text: (id: string) => canvas.notes.get(id)?.text,
  }
}
const at = (x: number): Place => ['channels', x, 0, 1_000 + x]

/** Ana and Ben at one canvas. Each hears of the other only when they `meet`. */
function anaAndBen() {
  const rehearsal = rehearse(2)
  const [first, second] = rehearsal.seats
  if (!first || !second) throw new Error('two people are needed')
  return { ana: person(first), ben: person(second), meet: () => rehearsal.settle() }
}

const done = (title: string, kept: readonly string[] = []): Outcome => ({ kind: 'done', title, kept, skipped: [] })
const nothing: Outcome = { kind: 'nothing', skipped: [] }

describe('[M2] what others did stays', () => {
  test('[M2] a note that another typed in is kept whole when its maker undoes the add, and it is said', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'Hosts')
    meet()
    ben.writes('n', 'Hosts and guests')
    meet()
    expect(ana.undoes()).toEqual(done('Write'))
    expect(ana.undoes()).toEqual({ kind: 'kept', title: 'Add', kept: ['n'], skipped: [] })
    meet()
    expect(ben.sees('n')).toMatchObject({ text: ' and guests', place: at(1), color: 'straw', author: 'ana' })
    expect(ana.undoes()).toEqual(nothing)
  })

  test('[M2] of a paste of three, one moved by another, two go and one stays whole; redo brings the two back', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n1', 'n2', 'n3')
    meet()
    ben.moves('n2', at(7))
    meet()
    expect(ana.undoes()).toEqual(done('Add', ['n2']))
    meet()
    expect(ben.canvas.notes.all().map(note => note.id)).toEqual(['n2'])
    expect(ben.sees('n2')).toMatchObject({ place: at(7), color: 'straw', author: 'ana' })
    expect(ana.redoes()).toEqual(done('Add'))
    meet()
    expect(ben.canvas.notes.size).toBe(3)
    expect(ben.sees('n2')?.place).toEqual(at(7))
  })

  test('[M2] typing on its way while the maker undoes the add is not lost: it lies in the bin with the note', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ben.writes('n', 'on its way')
    expect(ana.undoes()).toEqual(done('Add'))
    meet()
    expect(ben.sees('n')).toBeUndefined()
    expect(ana.canvas.notes.find('n')?.text).toBe('on its way')
    ben.restores('n')
    meet()
    expect(ana.text('n')).toBe('on its way')
  })

  test('[M2] one deletes, another types before they see it, undo brings the note back with what was typed', () => {
    const { ana, ben, meet } = anaAndBen()
    ben.adds('n')
    meet()
    ana.deletes('n')
    ben.writes('n', 'meanwhile')
    meet()
    expect(ben.sees('n')).toBeUndefined()
    expect(ana.undoes()).toEqual(done('Delete'))
    meet()
    expect([ana.text('n'), ben.text('n')]).toEqual(['meanwhile', 'meanwhile'])
  })

  test('[M2] one deletes, another moves and colours, undo brings the note back where it was put', () => {
    const { ana, ben, meet } = anaAndBen()
    ben.adds('n')
    meet()
    ana.deletes('n')
    ben.moves('n', at(9))
    ben.colors('n', 'rose')
    meet()
    ana.undoes()
    meet()
    expect(ben.sees('n')).toMatchObject({ place: at(9), color: 'rose' })
  })

  test('[M2] two restore the same note at once and both type: both texts are there', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.deletes('n')
    meet()
    ana.undoes()
    ana.writes('n', 'one')
    ben.restores('n')
    ben.writes('n', 'two')
    meet()
    expect(ana.text('n')).toBe(ben.text('n'))
    expect(ana.text('n')?.length).toBe(6)
    expect(ana.text('n')).toContain('one')
    expect(ana.text('n')).toContain('two')
  })

  test('[M2] both delete the same note at once: the undo of one brings it back, that of the other finds it there', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ana.deletes('n')
    ben.deletes('n')
    meet()
    const outcomes = [ana.undoes(), ben.undoes()]
    meet()
    expect(outcomes).toContainEqual(done('Delete'))
    expect([ana.sees('n'), ben.sees('n')]).not.toContain(undefined)
  })

  test('[M2] older steps of others on a note still undo after somebody deleted and restored it', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ben.writes('n', 'guests')
    ben.moves('n', at(5))
    meet()
    ana.deletes('n')
    meet()
    ana.undoes()
    meet()
    expect(ben.undoes()).toEqual(done('Move'))
    expect(ben.undoes()).toEqual(done('Write'))
    meet()
    expect(ana.sees('n')).toMatchObject({ place: at(1), text: '' })
  })

  test('[M2] the server completing author and time is nobody’s work: the add undoes and redoes', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.run('Add', () => {
      const fields = { place: ['channels', 1, 2], text: new Y.Text('Hosts'), color: 'straw' }
      ana.canvas.document.getMap('notes').set('n', new Y.Map(Object.entries(fields)))
    })
    meet()
    ben.canvas.document.transact(() => {
      const note = ben.canvas.document.getMap<Y.Map<unknown>>('notes').get('n')
      note?.set('author', 'ana')
      note?.set('place', ['channels', 1, 2, 99])
    }, 'server')
    meet()
    ben.writes('n', 'Hosts?')
    ben.undoes()
    meet()
    expect(ana.undoes()).toEqual(done('Add'))
    ana.redoes()
    ana.moves('n', at(3))
    expect(ana.undoes()).toEqual(done('Move'))
    expect(ana.sees('n')?.place).toEqual(['channels', 1, 2, 99])
    expect(ana.undoes()).toEqual(done('Add'))
    expect(ana.redoes()).toEqual(done('Add'))
    meet()
    expect(ben.sees('n')).toMatchObject({ text: 'Hosts', author: 'ana' })
  })

  test('[M2] an add nobody touched undoes and redoes; changed by another after the redo, it is kept', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ana.undoes()
    meet()
    expect(ben.sees('n')).toBeUndefined()
    expect(ana.redoes()).toEqual(done('Add'))
    meet()
    ben.colors('n', 'sky')
    meet()
    expect(ana.undoes()).toMatchObject({ kind: 'kept', kept: ['n'] })
    expect(ana.sees('n')?.color).toBe('sky')
  })

  test('[M2] work that another took back does not keep a note', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ben.writes('n', 'hm')
    ben.undoes()
    meet()
    expect(ana.undoes()).toEqual(done('Add'))
  })

  test('[M2] what another wrote and I put back by undo still counts as theirs', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('letters', 'place')
    meet()
    ben.writes('letters', 'guests')
    ben.moves('place', at(7))
    meet()
    ana.writes('letters', '')
    ana.moves('place', at(8))
    ana.undoes()
    ana.undoes()
    expect(ana.undoes()).toMatchObject({ kind: 'kept', kept: ['letters', 'place'] })
    meet()
    expect(ben.text('letters')).toBe('guests')
    expect(ben.sees('place')?.place).toEqual(at(7))
  })

  test('[M2] a note that another linked, or marked as the segment of theirs, is kept; without link or mark it goes', () => {
    const { ana, ben, meet } = anaAndBen()
    ben.adds('b')
    meet()
    ana.adds('linked')
    ana.adds('segment')
    meet()
    const link = () => addLink(ben.canvas, { id: 'l', from: 'linked', to: 'b', label: '' })
    ben.run('Link', link)
    ben.run('Mark', () => markNote(ben.canvas, 'b', 'segment:segment', true))
    meet()
    expect(ana.undoes()).toMatchObject({ kind: 'kept', kept: ['segment'] })
    expect(ana.undoes()).toMatchObject({ kind: 'kept', kept: ['linked'] })
    meet()
    expect(visibleLinks(ben.canvas)).toHaveLength(1)
    ana.adds('again')
    meet()
    ben.run('Link', () => addLink(ben.canvas, { id: 'm', from: 'b', to: 'again', label: '' }))
    ben.undoes()
    meet()
    expect(ana.undoes()).toEqual(done('Add'))
  })

  test('[M2] redo of a delete does not take a link that another made or named since', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n', 'm')
    ana.run('Link', () => addLink(ana.canvas, { id: 'l', from: 'n', to: 'm', label: '' }))
    ana.deletes('n')
    ana.undoes()
    meet()
    ben.run('Label', () => labelLink(ben.canvas, 'l', 'pays'))
    meet()
    expect(ana.redoes()).toMatchObject({ kind: 'kept', kept: ['n'] })
    expect(visibleLinks(ana.canvas)).toMatchObject([{ label: 'pays' }])
  })

  test('[M2] a link does not go back to a note that another deleted: it would be gone with its label', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('a', 'b', 'c')
    ana.run('Link', () => addLink(ana.canvas, { id: 'l', from: 'a', to: 'b', label: '' }))
    ana.run('Reattach', () => reattachLink(ana.canvas, 'l', 'head', 'c'))
    meet()
    ben.deletes('b')
    meet()
    expect(ana.undoes()).toMatchObject({ kind: 'kept', kept: ['l'] })
    meet()
    expect(visibleLinks(ben.canvas)).toMatchObject([{ from: 'a', to: 'c' }])
  })

  test('[M2] a note that I moved to a block, and another grouped there, stays in the group', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n', 'free')
    const away = new Map<string, Place>(['n', 'free'].map(id => [id, ['keyResources', 0, 0, 9]]))
    ana.run('Move', () => moveNotes(ana.canvas, away))
    meet()
    ben.run('Group', () => {
      addGroup(ben.canvas, { id: 'g', title: 'Both', block: 'keyResources' })
      putInGroup(ben.canvas, ['n'], 'g')
    })
    meet()
    expect(ana.undoes()).toEqual(done('Move', ['n']))
    meet()
    expect(membersOf(ben.canvas, 'g').map(({ id }) => id)).toEqual(['n'])
    expect(ben.sees('free')?.place).toEqual(at(1))
  })

  test('[M2] typing and colour in the note of another undo, and nothing else of it', () => {
    const { ana, ben, meet } = anaAndBen()
    ben.adds('n')
    ben.writes('n', 'Hosts')
    meet()
    ana.writes('n', 'Hosts and guests')
    ana.colors('n', 'leaf')
    meet()
    ana.undoes()
    ana.undoes()
    meet()
    expect(ben.sees('n')).toMatchObject({ text: 'Hosts', color: 'straw' })
  })

  test('[M2] undo of typing takes only my letters, also between those of another', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'ad')
    meet()
    ben.writes('n', 'abcd')
    meet()
    ana.undoes()
    expect(ana.text('n')).toBe('bc')
    ana.redoes()
    meet()
    expect(ben.text('n')).toBe('abcd')
  })

  test('[M2] letters that I erased come back where they stood, around what another typed there', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'one two three')
    meet()
    ana.writes('n', '')
    ben.writes('n', 'one two and three')
    meet()
    expect(ana.text('n')).toBe('and ')
    ana.undoes()
    meet()
    expect(ben.text('n')).toBe('one two and three')
    ana.redoes()
    expect(ana.text('n')).toBe('and ')
  })

  test('[M2] letters erased one by one come back in their order, whatever the order of erasing', () => {
    const { ana } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'axyb')
    for (const text of ['ayb', 'ab', 'b', '']) ana.writes('n', text)
    for (const text of ['b', 'ab', 'ayb', 'axyb']) {
      ana.undoes()
      expect(ana.text('n')).toBe(text)
    }
    for (const text of ['ayb', 'ab', 'b', '']) {
      ana.redoes()
      expect(ana.text('n')).toBe(text)
    }
  })

  test('[M2] letters I erased and put back go with the undo of their typing, also what another split since', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'Hosts')
    ana.writes('n', '')
    ana.undoes()
    meet()
    ben.writes('n', 'Ho||sts')
    meet()
    expect(ana.undoes()).toEqual(done('Write'))
    expect(ana.text('n')).toBe('||')
    ana.redoes()
    expect(ana.text('n')).toBe('Ho||sts')
  })

  test('[M2] writing on after an undo meets the letters it means', () => {
    const { ana } = anaAndBen()
    ana.adds('n')
    ana.writes('n', 'one two three four five six')
    ana.writes('n', 'one two three and four five six')
    ana.writes('n', 'two three and four five six')
    ana.undoes()
    ana.writes('n', 'one two three and four, five six')
    expect(ana.text('n')).toBe('one two three and four, five six')
    ana.undoes()
    ana.undoes()
    ana.writes('n', 'one two three four five, six')
    expect(ana.text('n')).toBe('one two three four five, six')
  })

  test('[M2] undo of my move does not revert the move another made since, also after moves of mine in between', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    ana.moves('n', at(2))
    meet()
    ben.moves('n', at(3))
    meet()
    ana.moves('n', at(4))
    expect(ana.undoes()).toEqual(done('Move'))
    expect(ana.sees('n')?.place).toEqual(at(3))
    expect(ana.undoes()).toMatchObject({ kind: 'kept', skipped: [{ title: 'Move', why: 'overtaken' }] })
    meet()
    expect(ben.sees('n')?.place).toEqual(at(3))
  })

  test('[M2] a step that went on over the move of another takes back only what came after it', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    const nudge = (x: number) => ana.run('Nudge', () => moveNotes(ana.canvas, new Map([['n', at(x)]])), 'nudge')
    nudge(2)
    nudge(3)
    meet()
    ben.moves('n', at(7))
    meet()
    nudge(8)
    expect(ana.undoes()).toEqual(done('Nudge'))
    meet()
    expect(ben.sees('n')?.place).toEqual(at(7))
  })

  test('[M2] undo of my colour leaves the colour another chose since, even the same one', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n', 'm')
    ana.colors('n', 'rose')
    ana.colors('m', 'rose')
    meet()
    ben.colors('n', 'sky')
    ben.colors('m', 'sky')
    ben.colors('m', 'rose')
    meet()
    expect(ana.undoes().skipped.map(each => each.title)).toEqual(['Colour', 'Colour'])
    expect([ana.sees('n')?.color, ana.sees('m')?.color]).toEqual(['sky', 'rose'])
  })

  test('[M2] undo of a move that met another move at the same moment leaves the note in a place', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ana.moves('n', at(2))
    ben.moves('n', at(3))
    meet()
    const [winner, loser] = ana.sees('n')?.place[1] === 2 ? [ana, ben] : [ben, ana]
    expect(loser.undoes().kind).not.toBe('done')
    expect(winner.undoes()).toEqual(done('Move'))
    meet()
    expect(ana.sees('n')?.place).toEqual(at(1))
  })

  test('[M2] a note I restored goes back into the bin by undo, but not with work done in it since', () => {
    const { ana, ben, meet } = anaAndBen()
    ben.adds('n')
    ben.writes('n', 'Hosts')
    ben.deletes('n')
    meet()
    ana.restores('n')
    expect(ana.undoes()).toEqual(done('Restore'))
    expect(ana.redoes()).toEqual(done('Restore'))
    meet()
    ben.moves('n', at(6))
    meet()
    expect(ana.undoes()).toEqual({ kind: 'kept', title: 'Restore', kept: ['n'], skipped: [] })
    expect(ana.sees('n')?.place).toEqual(at(6))
  })

  test('[M2] redo of a delete does not take away what another did in the note meanwhile', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('n')
    meet()
    ana.deletes('n')
    ana.undoes()
    meet()
    ben.writes('n', 'still needed')
    meet()
    expect(ana.redoes()).toMatchObject({ kind: 'kept', kept: ['n'] })
    expect(ana.text('n')).toBe('still needed')
  })

  test('[M2] a record that a script deleted for good, or made anew, is left alone', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('gone', 'anew')
    ana.moves('anew', at(2))
    ana.writes('gone', 'text')
    meet()
    ben.canvas.document.getMap('notes').delete('gone')
    ben.adds('anew')
    meet()
    expect(ana.undoes()).toMatchObject({ kind: 'nothing', skipped: [{}, {}, {}] })
    expect(ana.sees('anew')?.place).toEqual(at(1))
  })

  test('[N7] links of a deleted note are not shown, and come back by its undo', () => {
    const { ana, ben, meet } = anaAndBen()
    ana.adds('a', 'b')
    ana.run('Link', () => addLink(ana.canvas, { id: 'l', from: 'a', to: 'b', label: 'pays' }))
    meet()
    ben.deletes('a')
    meet()
    expect(visibleLinks(ana.canvas)).toEqual([])
    ben.undoes()
    meet()
    expect(visibleLinks(ana.canvas)).toEqual([{ id: 'l', from: 'a', to: 'b', label: 'pays' }])
    expect(ana.undoes()).toEqual(done('Link'))
    expect(ana.canvas.links.size).toBe(0)
    expect(ana.redoes()).toEqual(done('Link'))
    expect(visibleLinks(ana.canvas)).toHaveLength(1)
  })

  test('[B5] twenty deleted notes come back by one undo', () => {
    const { ana, meet, ben } = anaAndBen()
    const ids = [...Array(20).keys()].map(n => `n${n}`)
    ana.adds(...ids)
    ana.deletes(...ids)
    meet()
    expect(ben.canvas.notes.size).toBe(0)
    ana.undoes()
    meet()
    expect(ben.canvas.notes.size).toBe(20)
  })
})

describe('[M2] control: the library’s own UndoManager, as it is, fails', () => {
  const manage = ({ canvas }: { canvas: Canvas }, origin: object) =>
    new Y.UndoManager([canvas.document.getMap('notes')], { trackedOrigins: new Set([origin]), captureTimeout: 0 })

  test('[M2] control: it takes the note with what another typed in it', () => {
    const { ana, ben, meet } = anaAndBen()
    const origin = {}
    const undo = manage(ana, origin)
    ana.canvas.document.transact(
      () => addNote(ana.canvas, { id: 'n', place: at(1), text: '', color: 'straw', author: 'ana' }),
      origin,
    )
    meet()
    ben.writes('n', 'guests')
    meet()
    undo.undo()
    meet()
    expect(ben.canvas.notes.find('n')).toBeUndefined()
  })

  test('[M2] control: it reverts the move of another once a later move of mine was undone', () => {
    const { ana, ben, meet } = anaAndBen()
    const origin = {}
    const undo = manage(ana, origin)
    const move = (x: number) =>
      ana.canvas.document.transact(() => moveNotes(ana.canvas, new Map([['n', at(x)]])), origin)
    ana.adds('n')
    move(2)
    meet()
    ben.moves('n', at(3))
    meet()
    move(4)
    undo.undo()
    undo.undo()
    expect(ana.sees('n')?.place).toEqual(at(1))
  })

  test('[M2] control: it leaves a note without a place when two moved it at the same moment', () => {
    const rounds = [...Array(8).keys()].map(() => {
      const { ana, ben, meet } = anaAndBen()
      const origin = {}
      const undo = manage(ana, origin)
      // The higher client id wins between concurrent writes; here it has to be hers.
      if (ana.canvas.document.clientID < ben.canvas.document.clientID) ana.canvas.document.clientID = 2 ** 32 - 1
      ben.adds('n')
      meet()
      ana.canvas.document.transact(() => moveNotes(ana.canvas, new Map([['n', at(2)]])), origin)
      ben.moves('n', at(3))
      meet()
      undo.undo()
      return ana.sees('n')
    })
    expect(rounds).toContain(undefined)
  })
})

describe('steps', () => {
  const alone = (allows: (need: Need) => boolean = () => true) => {
    let now = 0
    const canvas = openCanvas(createDocument())
    const history = openHistory(canvas, { origin: {}, allows, now: () => now })
    const waits = (ms: number) => {
      now += ms
    }
    const adds = (id: string) =>
      history.run('Add', () => addNote(canvas, { id, place: at(1), text: '', color: 'straw', author: 'ana' }))
    const types = (id: string, text: string) =>
      history.run('Write', () => editText(canvas, id, text), { merge: `text:${id}` })
    return { canvas, history, waits, adds, types }
  }

  test('one command is one step, one update and one event, there and back', () => {
    const { canvas, history, adds } = alone()
    const updates: unknown[] = []
    const events: ReadonlySet<string>[] = []
    onUpdate(canvas.document, update => updates.push(update))
    canvas.notes.subscribe(ids => events.push(ids))
    history.run('Add two', () => {
      adds('n1')
      adds('n2')
      nameNote(canvas, 'n1', 'short')
    })
    expect([history.canUndo, history.undoTitle, history.canRedo]).toEqual([true, 'Add two', false])
    history.undo()
    expect(canvas.notes.size).toBe(0)
    expect([history.canUndo, history.canRedo, history.redoTitle]).toEqual([false, true, 'Add two'])
    history.redo()
    expect(canvas.notes.get('n1')?.name).toBe('short')
    expect([updates.length, events.length]).toEqual([3, 3])
  })

  test('typing is one step a pause and a note; a pause, another note or another command ends it', () => {
    const { canvas, history, waits, adds, types } = alone()
    adds('n')
    adds('m')
    for (const text of ['H', 'Ho', 'Hox', 'Ho', 'Hos']) {
      types('n', text)
      waits(900)
    }
    waits(200)
    types('n', 'Hosts')
    types('m', 'Guests')
    types('n', 'Hosts!')
    const texts = [0, 1, 2, 3].map(() => {
      history.undo()
      return [canvas.notes.get('n')?.text, canvas.notes.get('m')?.text]
    })
    expect(texts).toEqual([
      ['Hosts', 'Guests'],
      ['Hosts', ''],
      ['Hos', ''],
      ['', ''],
    ])
    for (let steps = 0; steps < 4; steps++) history.redo()
    expect(canvas.notes.get('n')?.text).toBe('Hosts!')
  })

  test('typing after an undo begins a new step', () => {
    const { canvas, history, adds, types } = alone()
    adds('n')
    types('n', 'one')
    history.undo()
    history.redo()
    types('n', 'one two')
    history.undo()
    expect(canvas.notes.get('n')?.text).toBe('one')
  })

  test('a command that wrote nothing is no step and leaves redo as it is', () => {
    const { canvas, history, adds } = alone()
    adds('n')
    history.undo()
    history.run('Delete', () => binRecords(canvas, 'notes', ['nowhere']))
    expect([history.canUndo, history.redoTitle]).toEqual([false, 'Add'])
    adds('m')
    expect(history.canRedo).toBe(false)
  })

  test('of more steps than anybody takes back the oldest is forgotten, and no other', () => {
    const { ana } = anaAndBen()
    ana.adds('n')
    for (let i = 1; i <= MOST_STEPS; i++) ana.moves('n', at(i))
    let taken = 0
    while (ana.undoes().kind === 'done') taken++
    expect(taken).toBe(MOST_STEPS)
    expect(ana.sees('n')?.place).toEqual(at(1))
  })

  test('every kind of change undoes and redoes: title, name, marks, text, place, colour', () => {
    const { canvas, history, adds, types } = alone()
    adds('n')
    const empty = contentOf(canvas)
    history.run('All', () => {
      nameCanvas(canvas, 'Airbnb')
      nameNote(canvas, 'n', 'H')
      markNote(canvas, 'n', 'tag:a', true)
      moveNotes(canvas, new Map([['n', at(4)]]))
      colorNotes(canvas, ['n'], 'sky')
      types('n', 'Hosts')
    })
    const full = contentOf(canvas)
    expect(full).not.toEqual(empty)
    for (let round = 0; round < 3; round++) {
      history.undo()
      expect(contentOf(canvas)).toEqual(empty)
      history.redo()
      expect(contentOf(canvas)).toEqual(full)
    }
  })

  test('[M9] a step remembers the rights its reversal needs, by record', () => {
    const asked: Need[] = []
    const { canvas, history } = alone(need => {
      asked.push(need)
      return true
    })
    const note = { place: at(1), text: '', color: 'straw' as const, author: 'ana' }
    history.run('Paste', () => {
      addNote(canvas, { ...note, id: 'a' })
      addNote(canvas, { ...note, id: 'b' })
      addLink(canvas, { id: 'l', from: 'a', to: 'b', label: '' })
    })
    history.undo()
    expect(asked.splice(0)).toEqual([
      { right: 'add', root: 'notes', ids: ['a', 'b'] },
      { right: 'link', root: 'links', ids: ['l'] },
    ])
    history.redo()
    asked.length = 0
    history.run('Many', () => {
      editText(canvas, 'a', 'text')
      moveNotes(canvas, new Map([['b', at(2)]]))
      markNote(canvas, 'b', 'segment:a', true)
      binRecords(canvas, 'notes', ['b'])
      nameCanvas(canvas, 'title')
    })
    history.undo()
    const order = (a: Need, b: Need) => (`${a.root} ${a.right}` < `${b.root} ${b.right}` ? -1 : 1)
    expect(asked.sort(order)).toEqual([
      { right: 'text', root: 'about', ids: [''] },
      { right: 'delete', root: 'notes', ids: ['b'] },
      { right: 'mark', root: 'notes', ids: ['b'] },
      { right: 'move', root: 'notes', ids: ['b'] },
      { right: 'text', root: 'notes', ids: ['a'] },
    ])
  })

  test('[M9] a step that is not allowed now is passed over with its name before anything is sent, and waits', () => {
    const denied = new Set<Right>()
    const { canvas, history, adds, types } = alone(need => !denied.has(need.right))
    adds('n')
    types('n', 'Hosts')
    history.run('Move', () => moveNotes(canvas, new Map([['n', at(2)]])))
    denied.add('move')
    expect(history.undo()).toEqual({
      kind: 'done',
      title: 'Write',
      kept: [],
      skipped: [{ title: 'Move', why: 'rights' }],
    })
    expect(canvas.notes.get('n')).toMatchObject({ text: '', place: at(2) })
    denied.add('add')
    const updates: unknown[] = []
    onUpdate(canvas.document, update => updates.push(update))
    expect(history.undo()).toMatchObject({ kind: 'nothing', skipped: [{ title: 'Move' }, { title: 'Add' }] })
    expect(updates).toEqual([])
    denied.clear()
    expect(history.undo()).toEqual(done('Move'))
    expect(history.undo()).toEqual(done('Add'))
  })

  test('[M7] neither undo nor redo reaches back over a reveal, and typing does not go on across it', () => {
    const { canvas, history, adds, types } = alone()
    adds('n')
    types('n', 'before')
    history.undo()
    history.fence()
    expect([history.canUndo, history.canRedo]).toEqual([false, false])
    types('n', 'after')
    expect(history.undo()).toEqual(done('Write'))
    expect(history.undo()).toEqual(nothing)
    expect(canvas.notes.get('n')?.text).toBe('')
  })

  test('a command that throws is undone like any other as far as it came', () => {
    const { canvas, history } = alone()
    const fail = () =>
      history.run('Fail', () => {
        nameCanvas(canvas, 'half')
        throw new Error('no further')
      })
    expect(fail).toThrow('no further')
    expect(history.undo()).toEqual(done('Fail'))
    expect(canvas.about.value.title).toBe('')
  })

  test('a command inside somebody else’s transaction, and undo inside a command, are mistakes', () => {
    const { canvas, history, adds } = alone()
    expect(() => canvas.document.transact(() => adds('m'), 'sync')).toThrow('another')
    adds('n')
    expect(() => history.run('Undo', () => history.undo())).toThrow('inside a transaction')
    expect(history.undoTitle).toBe('Add')
  })

  test('listeners hear when what can be undone changes; after destroy nothing is followed', () => {
    const { canvas, history, adds } = alone()
    const heard: (string | undefined)[] = []
    const leave = history.subscribe(() => heard.push(history.undoTitle))
    adds('n')
    history.undo()
    history.fence()
    leave()
    adds('m')
    expect(heard).toEqual(['Add', undefined, undefined])
    history.destroy()
    history.run('Colour', () => colorNotes(canvas, ['m'], 'sky'))
    expect(history.undoTitle).toBe('Add')
  })
})

const SEEDS = process.env['NONAGON_SOAK'] ? 10_000 : 120

/** Who wrote what, told apart by letters and values that are only written once. */
function watch(rehearsal: Rehearsal) {
  const writers = new Map<string, number>()
  const erasers = new Map<string, Set<number>>()
  const typed = new Set<string>()
  // When something of others last came into a note, and when a step of mine was last done or redone, on one count.
  let moment = 0
  const cameAt = new Map<string, number>()
  const doneAt = new Map<string, number>()
  for (const { number, document } of rehearsal.seats)
    document.getMap('notes').observeDeep((events, { local }) => {
      // A write that lost to a concurrent one comes too, and brings nothing.
      for (const { path, changes } of local ? [] : events)
        if (changes.keys.size + changes.delta.length > 0) cameAt.set(`${number} ${path[0]}`, ++moment)
    })

  const notesAt = ({ canvas }: Seat) =>
    [...canvas.notes.all(), ...canvas.notes.binned()].map(({ id, text, place, name = '' }) => {
      const isLive = canvas.notes.get(id) !== undefined
      return { id, isLive, place: String(place), name, signs: [...text, String(place), ...(name ? [name] : [])] }
    })
  const survey = (seat: Seat) => ({
    notes: new Map(notesAt(seat).map(note => [note.id, note])),
    letters: lettersAt(seat),
    foreign: foreignWork(seat.document),
  })
  type Survey = ReturnType<typeof survey>

  /** What an undo or redo of this seat did wrong. */
  function wrong(seat: Seat, { deed, outcome }: Done, before: Survey, after: Survey): string | undefined {
    const isTheirs = (sign: string) => writers.get(sign) !== seat.number
    if (before.foreign !== after.foreign) return `${deed} changed live structs of others`
    for (const letter of before.letters.keys()) {
      const erasedByMe = deed === 'redo' && erasers.get(letter)?.has(seat.number)
      if (isTheirs(letter) && !after.letters.has(letter) && !erasedByMe) return `${deed} took ${letter}`
    }
    const since = doneAt.get(`${seat.number} ${outcome?.kind === 'done' ? outcome.title : ''}`) ?? 0
    for (const old of before.notes.values()) {
      const now = after.notes.get(old.id)
      if (!now) return `${deed} made ${old.id} unreadable`
      for (const field of ['place', 'name'] as const)
        if (deed === 'undo' && old[field] && isTheirs(old[field]) && now[field] !== old[field])
          return `undo reverted ${field} ${old[field]}`
      const hasNewWork = (cameAt.get(`${seat.number} ${old.id}`) ?? 0) > since && old.signs.some(isTheirs)
      if (old.isLive && !now.isLive && hasNewWork) return `${deed} binned ${old.id}`
    }
    return undefined
  }

  /** Lets somebody do something and says what is wrong with it. */
  function turn(seat: Seat): string | undefined {
    const before = survey(seat)
    const done = act(rehearsal, seat)
    const after = survey(seat)
    const flaw = done.outcome && wrong(seat, done, before, after)
    const { undoTitle, redoTitle } = seat.history
    doneAt.set(`${seat.number} ${done.deed === 'undo' ? redoTitle : undoTitle}`, ++moment)
    for (const { signs } of after.notes.values())
      for (const sign of signs) if (!writers.has(sign)) writers.set(sign, seat.number)
    for (const letter of after.letters.keys()) typed.add(letter)
    for (const letter of before.letters.keys())
      if (!after.letters.has(letter)) erasers.set(letter, (erasers.get(letter) ?? new Set()).add(seat.number))
    return flaw
  }
  /** At the end: letters that nobody took are there, and none is there twice unless two took it and both put it back. */
  function missing(seat: Seat): string | undefined {
    const there = lettersAt(seat)
    const lost = [...typed].filter(letter => !there.has(letter) && !erasers.has(letter))
    const doubled = [...there].filter(([letter, times]) => times > 1 && (erasers.get(letter)?.size ?? 0) < 2)
    return lost.length + doubled.length > 0 ? `lost ${lost.join('')}, doubled ${doubled.join('')}` : undefined
  }
  return { turn, missing }
}

function play(seed: number, historyOf?: (canvas: Canvas) => History): string | undefined {
  const random = seeded(seed)
  const people = 2 + random(3)
  const star = random(2) === 0
  const rehearsal = rehearse(people, historyOf ? { seed, star, historyOf } : { seed, star })
  const { turn, missing } = watch(rehearsal)
  for (let turns = 60 + random(60); turns > 0; turns--) {
    const seat = rehearsal.seats[random(people)]
    const flaw = seat && turn(seat)
    if (flaw) return flaw
    for (let arrivals = random(3 * people); arrivals > 0; arrivals--) rehearsal.deliver(random(people), random(people))
    if (random(30) === 0) rehearsal.cut(random(people), random(people))
    if (random(15) === 0) rehearsal.mend(random(people), random(people))
  }
  rehearsal.settle()
  const [first, ...others] = rehearsal.seats
  if (!first) return 'nobody came'
  const state = JSON.stringify(contentOf(first.canvas))
  for (const seat of others) if (JSON.stringify(contentOf(seat.canvas)) !== state) return 'not the same everywhere'
  for (const seat of rehearsal.seats) if (hasPending(seat.document)) return 'structs that wait'
  return missing(first)
}

/** What undo would be with the library's UndoManager as it is. */
function stockHistory({ document }: Canvas): History {
  const origin = {}
  const roots = ['notes', 'links', 'groups', 'about'].map(root => document.getMap(root))
  const manager = new Y.UndoManager(roots, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  const outcome = (step: unknown): Outcome => (step ? done('?') : nothing)
  return {
    run: (_title, write) => document.transact(write, origin),
    undo: () => outcome(manager.undo()),
    redo: () => outcome(manager.redo()),
    takeBack: () => outcome(manager.undo()),
    canUndo: true,
    canRedo: true,
    undoTitle: undefined,
    redoTitle: undefined,
    undoOrder: undefined,
    redoOrder: undefined,
    forgetUndone: () => {},
    subscribe: () => () => undefined,
    fence: () => manager.clear(),
    destroy: () => manager.destroy(),
  }
}

test('what is taken back as if it had never been, redo does not bring again', () => {
  const canvas = openCanvas(createDocument())
  const history = openHistory(canvas, { origin: {}, allows: () => true })
  history.run('Add', () =>
    addNote(canvas, { id: 'n', place: ['channels', 0, 0, 1], text: '', color: 'sky', author: 'ana' }),
  )
  history.takeBack()
  expect(canvas.notes.get('n')).toBeUndefined()
  expect(history.canUndo).toBe(false)
  expect(history.canRedo).toBe(false)
  expect(history.redo().kind).toBe('nothing')
})

describe('[B5] undo is mine', () => {
  test.each([831, 5014])(
    '[B5] seed %i: a write that lost, come after a restore, is no work that undo would take',
    seed => {
      expect(play(seed)).toBeUndefined()
    },
  )

  test(`[B5] in ${SEEDS} rehearsals undo and redo never change what others did, and all converge`, () => {
    expect(flawsOf(SEEDS, seed => play(seed))).toEqual([])
  }, 3_600_000)

  test('[B5] control: the same rehearsals with the library’s own UndoManager are caught', () => {
    expect(flawsOf(20, seed => play(seed, stockHistory)).length).toBeGreaterThan(10)
  })
})
