/** What a person does to notes: adds, drops, orders, colours, copies and deletes them. */
import type { Point } from '../../../shared/base/geometry.ts'
import { newId } from '../../../shared/base/id.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { areaWidth, LAYOUTS } from '../../../shared/canvas/layouts.ts'
import * as canvasOperations from '../../../shared/canvas/operations.ts'
import type { ShownPlaces } from '../../../shared/canvas/placement.ts'
import { firstFreePlace, tidyPlaces } from '../../../shared/canvas/placement.ts'
import { isTall } from '../../../shared/canvas/tall.ts'
import { isPrivate } from '../../../shared/canvas/canvas.ts'
import { groupsAmong, membersOf } from '../../../shared/canvas/groups.ts'
import type { Group, Note, Place } from '../../../shared/canvas/records.ts'
import { LIMITS } from '../../../shared/canvas/schema.ts'
import { mayI } from '../may.ts'
import { cut } from '../note-length.ts'
import type { NoteDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'
import { mover, samePlace } from './moving.ts'
import {
  droppedPlaces,
  freeSpotFrom,
  papersOf,
  placeAt,
  placeAtDepth,
  placeBeside,
  shiftedTo,
  steppedPlaces,
  tradedPlaces,
} from './places.ts'

export function createNoteDeeds(ground: Ground): NoteDeeds {
  const { board, shown, say, run, mayDo, mineOf, hasRoomFor, fitsOneUpdate } = ground
  const move = mover(ground)
  const canvas = () => board.canvas.value
  const noteOf = (id: string): Note | undefined => canvas().notes.get(id)
  const freeIn = (area: Area, tall: boolean, placed: ShownPlaces = shown.placesIn(area)): Point =>
    firstFreePlace(placed, areaWidth(LAYOUTS[shown.layout], area), tall)

  return {
    addNote: (
      area,
      { next, at = next && freeSpotFrom(shown, area, next), text = '', color = 'straw', ...looks } = {},
    ) => {
      if (!mayDo('add') || !hasRoomFor(1, 'notes')) return undefined
      const id = newId()
      const place = at
        ? placeAt(shown, area, at, board.now())
        : placeAtDepth(area, freeIn(area, isTall({ text, image: looks.image })), board.now())
      const author = board.me.value.id
      run('add', () => canvasOperations.addNote(canvas(), { id, place, text: cut(text), color, author, ...looks }), {
        merge: mergeOf(id),
      })
      return id
    },

    takeBack: id => {
      // Undo passes over what the rights of now forbid, and would take back something else.
      if (!mayI(board, 'add') || !mayI(board, 'text', [board.me.value.id])) return
      ground.acting(history => {
        let going = true
        while (going && noteOf(id) && MAKING.has(history.undoTitle ?? '')) going = history.takeBack().kind === 'done'
        // Something else was done since, which is not to be undone; what others work on stays.
        if (going && noteOf(id)) run('delete', () => canvasOperations.binRecords(canvas(), 'notes', [id]))
      })
    },

    writeNote: (id, text, { makes } = { makes: false }) => {
      const note = noteOf(id)
      const fitting = cut(text)
      if (!note || note.text === fitting || !mayDo('text', [note.author])) return
      if (fitting.length < text.length) say({ kind: 'tooLong', limit: LIMITS.noteLength })
      run(makes ? 'add' : 'write', () => canvasOperations.editText(canvas(), id, fitting), { merge: mergeOf(id) })
    },

    dropNotes: drop => {
      const ids = mineOf(drop.ids, 'move')
      move(
        'move',
        droppedPlaces(shown, id => noteOf(id)?.place, { ...drop, ids }, board.now()),
      )
    },

    moveTo: (ids, area) => {
      const away = [...ids].filter(id => noteOf(id) && noteOf(id)?.place[0] !== area)
      const placed = new Map(shown.placesIn(area))
      const places = new Map<string, Place>()
      const wishOf = (id: string) => noteOf(id)?.place
      for (const [first, held] of papersOf(shown, mineOf(away, 'move'))) {
        const tall = shown.closedOver(first) === undefined && isTall(noteOf(first) ?? { text: '' })
        const at = freeIn(area, tall, placed)
        placed.set(first, tall ? { ...at, tall } : at)
        for (const [id, place] of shiftedTo(placeAtDepth(area, at, board.now()), held, wishOf)) places.set(id, place)
      }
      move('move', places)
    },

    orderNote: (id, way) => {
      const note = noteOf(id)
      if (!note) return
      const wishes = new Map(shown.notesIn(note.place[0]).map(each => [each.id, each.place]))
      const places =
        way === 'earlier' || way === 'later' ? tradedInReading(note, way) : steppedPlaces(shown, note, way, wishes)
      const authors = [...places.keys()].map(each => noteOf(each)?.author ?? '')
      if (places.size > 0 && authors.every(author => mayDo('move', [author]))) move('order', places)
    },

    tidy: areas => {
      const all = areas.flatMap(area => shown.notesIn(area))
      const mine = new Set(
        mineOf(
          all.map(({ id }) => id),
          'move',
        ),
      )
      const places = new Map(areas.flatMap(area => [...tidied(area, id => mine.has(id))]))
      const isTidy = [...places].every(([id, place]) => samePlace(noteOf(id)?.place, place))
      if (!isTidy) move('tidy', places)
      else if (mine.size === all.length) say({ kind: 'tidyAlready' })
    },

    colorNotes: (ids, color) => {
      const others = [...ids].filter(id => noteOf(id)?.color !== color || noteOf(id)?.paper)
      const mine = mineOf(others, 'style')
      if (mine.length > 0 && fitsOneUpdate(mine.length))
        run('color', () => canvasOperations.colorNotes(canvas(), mine, color))
    },

    unpaperNotes: ids => {
      const mine = mineOf(
        [...ids].filter(id => noteOf(id) && !noteOf(id)?.paper),
        'style',
      )
      if (mine.length > 0) run('color', () => canvasOperations.unpaperNotes(canvas(), mine))
    },

    setAction: (id, action) => {
      const note = noteOf(id)
      const isSame = note?.action?.owner === action?.owner && note?.action?.due === action?.due
      if (!note || isSame || !mayDo('mark', [note.author])) return
      run('action', () => canvasOperations.setAction(canvas(), id, action))
    },

    setImage: (id, image) => {
      const note = noteOf(id)
      if (!note || (note.image ?? null) === image || !mayDo('style', [note.author])) return
      run('image', () => canvasOperations.setImage(canvas(), id, image))
    },

    duplicateNotes: ids => {
      const notes = [...ids].flatMap(id => noteOf(id) ?? [])
      if (notes.length === 0 || !mayDo('add') || !hasRoomFor(notes.length, 'notes')) return []
      if (!mayCopyHere(notes)) return []
      const groups = wholeAmong(notes)
      const isClosed = [...groups.values()].some(({ closed }) => closed)
      if ((isClosed && !mayDo('group')) || (groups.size > 0 && !hasRoomFor(groups.size, 'groups'))) return []
      const author = board.me.value.id
      const places = placesBeside(notes, groups)
      const copies = notes.flatMap(({ id, text, color, segments, kinds, tags, ...note }) => {
        const place = places.get(id)
        const group = groups.get(note.group ?? '')?.copy
        const looks = { ...(note.paper && { paper: note.paper }), ...(note.image && { image: note.image }) }
        return place
          ? {
              id: newId(),
              place,
              text,
              color,
              segments,
              kinds,
              tags,
              author,
              ...looks,
              ...(group && { group: group.id }),
            }
          : []
      })
      run('duplicate', () => {
        for (const { copy, closed } of groups.values()) {
          canvasOperations.addGroup(canvas(), copy)
          if (closed) canvasOperations.closeGroup(canvas(), copy.id)
        }
        for (const copy of copies) canvasOperations.addNote(canvas(), copy)
      })
      return copies.map(({ id }) => id)
    },

    deleteNotes: ids => {
      const all = [...ids].filter(noteOf)
      const mine = mineOf(all, 'delete')
      if (mine.length === 0) return
      run('delete', () => canvasOperations.binRecords(canvas(), 'notes', mine))
      if (mine.length === all.length) say({ kind: 'deleted', count: mine.length })
    },
  }

  /** When the time to write for oneself is over, copies of what waits for its reveal would tell of it. */
  function mayCopyHere(notes: readonly Note[]): boolean {
    const isTelling = notes.some(({ id }) => canvas().isFixed(id))
    if (isTelling) say({ kind: 'notAllowed', right: 'add', why: 'step' })
    return !isTelling
  }

  /** The groups of which all notes are among these, each with the group that its copies will be in: a draft has none. */
  function wholeAmong(notes: readonly Note[]): ReadonlyMap<string, GroupCopy> {
    if (isPrivate(canvas())) return new Map()
    const groups = groupsAmong(canvas().groups, notes).filter(
      ({ group, notes: inside }) =>
        membersOf(canvas(), group.id).length === inside.length && (group.closed === true || mayI(board, 'group')),
    )
    return new Map(
      groups.map(({ group: { id, title, block, closed = false }, notes: inside }) => [
        id,
        { copy: { id: newId(), title, block }, closed, held: inside.map(note => note.id) },
      ]),
    )
  }

  /** Where copies go: those of a closed group as the one paper they are. */
  function placesBeside(notes: readonly Note[], groups: ReadonlyMap<string, GroupCopy>): ReadonlyMap<string, Place> {
    const places = new Map<string, Place>()
    for (const { id, place: from, group = '' } of notes) {
      const place = places.has(id) ? undefined : placeBeside(shown, from, id, board.now())
      const whole = groups.get(group)
      const held = whole?.closed ? whole.held : [id]
      if (place) for (const [each, wish] of shiftedTo(place, held, one => noteOf(one)?.place)) places.set(each, wish)
    }
    return places
  }

  /** The papers of an area that may be moved as a whole, in the slots that the others leave. */
  function tidied(area: Area, mayMove: (id: string) => boolean): ReadonlyMap<string, Place> {
    const standing = shown.placesIn(area)
    const papers = new Map<string, string[]>()
    for (const { id } of shown.notesIn(area)) {
      const paper = shown.paperOf(id) ?? id
      papers.set(paper, [...(papers.get(paper) ?? []), id])
    }
    const movable = [...standing].filter(([paper]) => papers.get(paper)?.every(mayMove))
    const moved = new Set(movable.map(([paper]) => paper))
    const spots = tidyPlaces(
      movable.map(([id, { x, y, tall }]) => ({ id, place: [area, x, y, 0], ...(tall && { tall }) })),
      areaWidth(LAYOUTS[shown.layout], area),
      new Map([...standing].filter(([paper]) => !moved.has(paper))),
    )
    return new Map(
      [...spots].flatMap(([paper, spot]) =>
        shiftedTo(placeAtDepth(area, spot, board.now()), papers.get(paper) ?? [], id => noteOf(id)?.place),
      ),
    )
  }

  /** A note and the one before or after it in reading order, each at the other's place. */
  function tradedInReading(note: Note, way: 'earlier' | 'later'): ReadonlyMap<string, Place> {
    const list = shown.notesIn(note.place[0])
    const at = list.findIndex(({ id }) => id === note.id)
    const other = list[way === 'earlier' ? at - 1 : at + 1]
    return other && at >= 0 ? tradedPlaces(shown, note, other) : new Map()
  }
}

interface GroupCopy {
  readonly copy: Omit<Group, 'closed'>
  readonly closed: boolean
  readonly held: readonly string[]
}

/** Steps that make a note: adding it, writing in it, giving it a colour. */
const MAKING: ReadonlySet<string> = new Set(['add', 'write', 'color'])

const mergeOf = (id: string): string => `write ${id}`
