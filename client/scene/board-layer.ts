/** The board layer: the sheet, the links, every note in sight and what lies around them. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import { NOTE, TALL_NOTE } from '../../shared/canvas/layouts.ts'
import type { Rect } from '../../shared/base/geometry.ts'
import { movedBy, overlaps } from '../../shared/base/geometry.ts'
import { isVoted } from '../../shared/workshop/ballots.ts'
import type { DrawnLink, Editor, Target } from '../editor/editor.ts'
import { heapsOf } from '../editor/group-outline.ts'
import { mayI } from '../editor/may.ts'
import { segmentOrder } from '../editor/segments.ts'
import { anchorHere } from '../editor/shown-strokes.ts'
import { HANDLES_FROM } from '../editor/target.ts'
import { addInSight } from './culling.ts'
import type { Brush } from './paint/brush.ts'
import type { StrokeLook } from './paint/ink.ts'
import { paintBack, paintFaceDown } from './paint/face-down.ts'
import type { OpenLook } from './paint/groups.ts'
import { paintGroupName, paintOutline } from './paint/groups.ts'
import type { LinkLook } from './paint/links.ts'
import { paintHeads, paintLines, paintTag, sentenceOf } from './paint/links.ts'
import { paintHandles, paintRing } from './paint/marks.ts'
import type { NoteState } from './paint/far-notes.ts'
import { paintNotes, paintTurned } from './paint/notes.ts'
import { paintSheet } from './paint/sheet.ts'
import type { ShownSheet } from './paint/title.ts'
import type { Worn } from './paint/votes.ts'
import { paintVotes, takenBy } from './paint/votes.ts'
import type { Scenery } from './scenery.ts'
import { otherPeople } from './scenery.ts'
import type { Sight } from './sights.ts'
import type { Turn } from './turning.ts'
import { reachOf, rectOf } from './sights.ts'
import { PRINTS } from '../editor/stripes.ts'

export function paintBoard(brush: Brush, scenery: Scenery, now: number): void {
  const { editor, words } = scenery
  const hand = editor.hand.value
  const isAside = asideOf(editor)
  paintSheet(brush, {
    shown: shownAt(scenery, now),
    words,
    parkingOpen: editor.parkingOpen.value,
    washed: hand.kind === 'drag' && hand.allowed && hand.over ? hand.over : undefined,
    isAside,
    running: editor.session.run.value?.plan.focus ?? [],
    isEmpty: editor.board.canvas.value.notes.size === 0,
    hiddenIn: area => editor.faceDown.counts.value.get(area) ?? 0,
  })
  scenery.ink.paint(brush, strokesInSight(brush, scenery), editor.shown)
  paintAllFaceDown(brush, scenery, now)
  const links = linkLooks(brush, editor)
  paintLines(brush, links)
  const heaps = heapsInSight(brush, scenery)
  for (const { rects, look } of heaps) paintOutline(brush, rects, look)
  paintAllNotes(brush, scenery, now)
  for (const { rects, look } of heaps) paintGroupName(brush, rects, look)
  paintVotes(brush, wornInSight(brush, scenery))
  paintHeads(brush, links)
  paintMarks(brush, scenery)
  paintSentence(brush, scenery)
}

/** Beneath all notes, as they give way to each. */
function paintAllFaceDown(brush: Brush, { editor, faceDown, blocks }: Scenery, now: number): void {
  const isAside = asideOf(editor)
  for (const area of editor.faceDown.counts.value.keys()) {
    const places = faceDown(area)
    const corner = blocks.rectAt(area, now)
    if (places && overlaps(corner, brush.lens.view)) paintFaceDown(brush, corner, places, { drained: isAside(area) })
  }
}

/** Which areas step back, because others are looked at. */
function asideOf({ level, focus }: Editor): (area: Area) => boolean {
  const { area, among } = focus.value
  const seen = level.value !== 'block' || !area ? undefined : (among ?? [area])
  return each => seen !== undefined && !seen.includes(each)
}

/** What was drawn, with what is being erased pale, and what lies outside of the one block shown drained. */
function strokesInSight({ lens }: Brush, { editor, outlines, ink }: Scenery): readonly StrokeLook[] {
  const { board, hand } = editor
  const reach = ink.reach(lens)
  const isAside = asideOf(editor)
  const erased = hand.value.kind === 'erase' ? hand.value.ids : undefined
  return board.canvas.value.strokes.all().flatMap(stroke => {
    const at = anchorHere(editor, stroke.anchor)
    const outline = at && outlines.of(stroke)
    if (!outline || !overlaps(movedBy(outline.bounds, at), reach)) return []
    const [area] = stroke.anchor
    const look = erased?.has(stroke.id) ? 'pale' : isAside(area) ? 'drained' : 'plain'
    return [{ stroke, at, outline, look }]
  })
}

interface Heap {
  readonly rects: readonly Rect[]
  readonly look: OpenLook
}

/** The notes of open groups as they stand together in sight. Those in a hand are not among them. */
function heapsInSight(brush: Brush, { editor, words, sights, hands }: Scenery): readonly Heap[] {
  const { hover, selection } = editor
  const isAside = asideOf(editor)
  const chosen = selection.value.kind === 'notes' ? selection.value.ids : new Set<string>()
  const inSight = AREAS.filter(area => overlaps(editor.shown.areaRect(area), brush.lens.view))
  return inSight.flatMap(area =>
    editor.shown.groupsIn(area).flatMap(({ group, notes }) => {
      if (group.closed) return []
      const isPointedAt = hover.value.kind === 'group' && hover.value.id === group.id
      const look: OpenLook = {
        name: group.title || words.group.unnamed,
        drained: isAside(area),
        meant: isPointedAt || notes.every(({ id }) => chosen.has(id)),
      }
      const standing = notes.flatMap(({ id }) => (hands.has(id) ? [] : (sights.get(id) ?? [])))
      return heapsOf(standing.map(rectOf)).map(rects => ({ rects, look }))
    }),
  )
}

/** The blocks may be on their way to another layout. */
function shownAt({ editor: { shown }, blocks }: Scenery, now: number): ShownSheet {
  const { sheet, notesIn } = shown
  return { sheet, notesIn, areaRect: area => blocks.rectAt(area, now) }
}

/** Drained notes first, those on their way last; links would be seen through the others otherwise. */
function paintAllNotes(brush: Brush, scenery: Scenery, now: number): void {
  const { editor, sights, hands } = scenery
  const hover = editor.hover.value
  const isAside = asideOf(editor)
  const settling = sights.settling(now).filter(note => !hands.has(note.id))
  const isElsewhere = (note: Sight) => note.from !== undefined || hands.has(note.id)
  const found = editor.found.value?.ids
  const isFound = ({ id, group }: Sight) =>
    !found || (group ? group.notes.some(note => found.has(note.id)) : found.has(id))
  const { isOpen, isVotedIn, mine } = ballotOf(editor)
  const tally = editor.voting.shown.value
  const isOut = (area: Area) => isAside(area) || (isOpen && !isVotedIn(area))
  const isDrained = (note: Sight) => isOut(note.note.place[0]) || !isFound(note)
  const stateOf = (note: Sight): NoteState => ({
    drained: isDrained(note),
    hovered: isMeant(note, hover),
    written: editor.writing.value === note.id,
    taken: takenBy(mine(note), tally?.byNote.get(candidateOf(note))),
  })
  const inSight: Sight[] = []
  for (const area of AREAS) {
    if (area === 'parking' && !editor.parkingOpen.value) continue
    if (!overlaps(editor.shown.areaRect(area), brush.lens.view)) continue
    addInSight(sights.in(area), TALL_NOTE, brush.lens.view, inSight)
  }
  const turns = turnsAmong(inSight, scenery, now)
  const open = turns.size === 0 ? inSight : inSight.filter(note => !turns.has(note))
  for (const notes of [open.filter(isDrained), open.filter(note => !isDrained(note))])
    paintNotes(
      brush,
      scenery,
      settling.length > 0 || hands.isHolding ? notes.filter(note => !isElsewhere(note)) : notes,
      stateOf,
    )
  paintNotes(brush, scenery, settling, stateOf)
  for (const [note, { side, width }] of turns) {
    if (side === 'front') paintTurned(brush, scenery, note, { part: width, state: stateOf(note) })
    else paintBack(brush, rectOf(note), { part: width, drained: isDrained(note) })
  }
}

/** Those that are turning up at this moment, or wait to. */
function turnsAmong(notes: readonly Sight[], { turning, hands }: Scenery, now: number): ReadonlyMap<Sight, Turn> {
  const turns = new Map<Sight, Turn>()
  for (const note of notes) {
    const turn = hands.has(note.id) ? undefined : turning.turnOf(note.id, now)
    if (turn) turns.set(note, turn)
  }
  return turns
}

/** What is voted now, and how many dots of mine a paper has. */
function ballotOf({ voting }: Editor) {
  const vote = voting.now.value
  return {
    isOpen: vote !== undefined,
    isVotedIn: (area: Area) => vote === undefined || isVoted(vote.settings, area),
    mine: (paper: Sight) => vote?.mine.get(candidateOf(paper)) ?? 0,
  }
}

/** A closed group is voted as a whole. */
const candidateOf = ({ id, group }: Sight): string => group?.group.id ?? id

/** The papers in sight that have dots of mine, or a result. Those in a hand or on their way have theirs when they lie. */
function wornInSight(brush: Brush, { editor, sights, hands }: Scenery): readonly Worn[] {
  const { mine } = ballotOf(editor)
  const tally = editor.voting.shown.value
  const candidates = new Set([...(editor.voting.now.value?.mine.keys() ?? []), ...(tally?.byNote.keys() ?? [])])
  const { notes, groups } = editor.board.canvas.value
  return [...candidates].flatMap(id => {
    const first = notes.get(id)
      ? id
      : groups.get(id)?.closed
        ? membersOf(editor.board.canvas.value, id)[0]?.id
        : undefined
    const paper = first === undefined || hands.has(first) ? undefined : sights.get(first)
    if (!paper || candidateOf(paper) !== id || !overlaps(rectOf(paper), brush.lens.view)) return []
    return [{ paper, mine: mine(paper), tally: tally?.byNote.get(id) }]
  })
}

const isMeant = ({ id, group }: Sight, hover: Target): boolean =>
  group ? hover.kind === 'group' && hover.id === group.group.id : hover.kind === 'note' && hover.id === id

/** The links to draw, in the ink of the segment they are drawn for. While a tool shows all of them, the unmeant step back. */
function linkLooks({ theme }: Brush, editor: Editor): readonly LinkLook[] {
  const ink = segmentInk(editor)
  const color = ink ? theme.inks[ink] : theme.ink
  const meant = meantNotes(editor)
  const showsAll = editor.tool.value === 'link'
  return editor.links.value.map(link => ({
    curve: link.curve,
    color,
    faint: showsAll && !link.chosen && !isHovered(editor, link) && !meant.has(link.from) && !meant.has(link.to),
  }))
}

function segmentInk(editor: Editor) {
  const selection = editor.selection.value
  if (selection.kind !== 'notes' || selection.ids.size !== 1) return undefined
  const [id = ''] = selection.ids
  const place = segmentOrder(editor.board.canvas.value).get(id)
  return place === undefined ? undefined : PRINTS[place % PRINTS.length]?.ink
}

function meantNotes({ selection, hover, hand }: Editor): ReadonlySet<string> {
  const meant = new Set(selection.value.kind === 'notes' ? selection.value.ids : [])
  if (hover.value.kind === 'note') meant.add(hover.value.id)
  if (hand.value.kind === 'link') meant.add(hand.value.from)
  return meant
}

const isHovered = ({ hover }: Editor, { id }: DrawnLink): boolean =>
  hover.value.kind === 'link' && hover.value.id === id

/** Rings: of others, then mine, then the handles of the one note I chose. */
function paintMarks(brush: Brush, scenery: Scenery): void {
  const { editor, sights, hands, keyboard } = scenery
  const selection = editor.selection.value
  const writing = editor.writing.value
  const mine = new Set(selection.kind === 'notes' ? selection.ids : [])
  if (writing !== undefined) mine.add(writing)
  const standing = (id: string): Sight | undefined => (hands.has(id) ? undefined : sights.get(id))
  paintOthersRings(brush, editor, standing, mine)
  for (const paper of new Set([...mine].flatMap(id => standing(id) ?? []))) {
    const color = paper.id === writing || keyboard.value ? brush.theme.accent : brush.theme.ink
    paintRing(brush, reachOf(paper), color)
  }
  const [only = ''] = mine
  const chosen = mine.size === 1 && hasHandles(editor, brush) ? standing(only) : undefined
  if (chosen && !chosen.group) paintHandles(brush, rectOf(chosen))
}

const hasHandles = ({ tool, writing, board }: Editor, { lens }: Brush): boolean =>
  tool.value === 'select' &&
  writing.value === undefined &&
  NOTE.height * lens.zoom >= HANDLES_FROM &&
  mayI(board, 'link')

function paintOthersRings(
  brush: Brush,
  editor: Editor,
  standing: (id: string) => Sight | undefined,
  mine: ReadonlySet<string>,
): void {
  const rings = new Map<Sight, number>()
  for (const paper of new Set([...mine].flatMap(id => standing(id) ?? []))) rings.set(paper, 1)
  for (const { person, pointing } of otherPeople(editor)) {
    const color = brush.theme.inks[person.color]
    for (const paper of new Set((pointing.selection ?? []).flatMap(id => standing(id) ?? []))) {
      const place = rings.get(paper) ?? 0
      paintRing(brush, reachOf(paper), color, place)
      rings.set(paper, place + 1)
    }
  }
}

/** The chosen or hovered link, read as a sentence. */
function paintSentence(brush: Brush, { editor, words }: Scenery): void {
  const link = editor.links.value.find(each => isHovered(editor, each)) ?? editor.links.value.find(each => each.chosen)
  if (!link) return
  const { notes } = editor.board.canvas.value
  const from = notes.get(link.from)
  const to = notes.get(link.to)
  const verb = from && to && (link.label || words.verb(from.place[0], to.place[0]))
  if (from && to && verb) paintTag(brush, link.curve, sentenceOf(from, to, verb))
}
