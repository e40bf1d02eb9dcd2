/** Makes the editor of a board: wires its parts together and keeps them true when the board changes under them. */
import type { Point } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import { isArea } from '../../shared/canvas/blocks.ts'
import { editAgenda } from './agenda.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import { followAttention } from './attention.ts'
import type { Board, SeenLaser } from './board.ts'
import { seenBy, toBoard, toScreen } from './camera.ts'
import { createDeeds } from './deeds/create-deeds.ts'
import type { DrawnLinks } from './drawn-links.ts'
import { drawLinks } from './drawn-links.ts'
import type { Editor, Hand, LayoutId, Press, Saying, Target, ToolId } from './editor.ts'
import { followFaceDown } from './face-down.ts'
import { createFinding } from './finding.ts'
import type { Nibs } from './ink.ts'
import { FIRST_NIBS } from './ink.ts'
import { createLooking } from './looking.ts'
import { mayI } from './may.ts'
import type { After, Parts } from './parts.ts'
import { pointAt, showSelection, spotAt } from './pointing.ts'
import { leadPresses } from './presses.ts'
import { createRemarks } from './remarks.ts'
import { leadReveal } from './revealing.ts'
import { createSelection } from './selection.ts'
import { showCanvas } from './shown.ts'
import { followFocus } from './step-focus.ts'
import { targetAt } from './target.ts'
import { handTool } from './tools/hand.ts'
import { eraserTool, inkTool } from './tools/ink.ts'
import { laserTool } from './tools/laser.ts'
import { linkTool } from './tools/link.ts'
import { noteTool } from './tools/note.ts'
import { selectTool } from './tools/select.ts'
import type { Tool } from './tools/tool.ts'
import { createView } from './view.ts'
import { followWarmUp } from './warm-up.ts'
import { followSession, isTakenAway } from './workshop.ts'
import { createVoting } from './voting.ts'
import { createWriting } from './writing.ts'

export interface EditorOptions {
  readonly layout?: LayoutId
  readonly after?: After
}

const afterReally: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export function createEditor(board: Board, options: EditorOptions = {}): Editor {
  const layout = new Value<LayoutId>(options.layout ?? 'classic')
  const hover = new Value<Target>({ kind: 'nothing' })
  const said = new Signal<Saying>()
  const base = createParts(board, layout, said, options.after ?? afterReally)
  const { links, looking } = base
  const parts: Parts = { ...base, letGo: () => presses.letGo() }
  const tools = createTools(parts)
  const presses = leadPresses(parts, hover, () => tools[parts.tool.value])
  const { shown, parkingOpen, chosen, view } = parts
  const session = followSession({ board, after: parts.after, say: parts.say })
  const warmUp = followWarmUp(board, session)
  const faceDown = followFaceDown({ board, after: parts.after })
  const revealing = leadReveal({ board, session })
  const finding = createFinding({ board, shown, parkingOpen, select: chosen.select, reveal: view.reveal })
  const follows = [...follow(parts, layout, hover), followTool(parts, tools)]
  const remarks = createRemarks({
    ...{ board, after: parts.after },
    here: () => pointedAt(parts),
    spotAt: point => spotAt(shown, point),
  })
  const sight = looks(parts)
  const attention = followAttention({ board, looking, lookAt: sight.lookAt })
  const unfocus = followFocus({ session, writing: parts.writing.note, lookAt: sight.lookAt })
  const noticeDots = parts.voting.now.subscribe(vote => {
    if (vote && vote.mine.size > 0) warmUp.did('vote')
  })
  const dropTool = session.news.subscribe(() => {
    const need = NEEDED[parts.tool.value]
    if (need && isTakenAway({ board, session }, need)) parts.tool.set('select')
  })
  const ends = [
    ...follows,
    dropTool,
    noticeDots,
    unfocus,
    warmUp.destroy,
    faceDown.destroy,
    revealing.destroy,
    session.destroy,
    attention.destroy,
    finding.destroy,
    parts.voting.destroy,
    links.destroy,
    shown.destroy,
    looking.destroy,
    remarks.destroy,
  ]

  return {
    ...parts.deeds,
    ...{ board, shown: parts.shown, layout, hover, said, links, say: parts.say },
    ...{ tool: parts.tool, nibs: parts.nibs, hand: parts.hand, parkingOpen: parts.parkingOpen },
    ...{ session, warmUp, faceDown, revealing, agenda: editAgenda(board) },
    ...{ voting: parts.voting, giveDots: parts.giveDots },
    selection: parts.chosen.selection,
    writing: parts.writing.note,
    ...sight,
    ...{ found: finding.found, find: finding.find, findNext: finding.findNext, endFinding: finding.endFinding },
    ...{ following: looking.following, follow: looking.follow, unfollow: looking.unfollow },
    ...{ broughtTo: attention.shown, lookWith: looking.lookWith, laser: parts.laser, pointer: parts.pointer },
    ...{ reacted: remarks.reacted, react: remarks.react, remark: remarks.remark, saying: remarks.saying },
    select: ids => parts.chosen.select(ids),
    selectLink: id => parts.chosen.selectLink(id),
    write: id => parts.writing.begin(id),
    writeNew: (area, note) => parts.writing.beginNew(area, note),
    type: text => parts.writing.type(text),
    caret: (anchor, head) => parts.writing.caret(anchor, head),
    endWriting: () => parts.writing.end(),
    press: presses.press,
    move: presses.move,
    release: presses.release,
    leave: presses.leave,
    lose: presses.lose,
    cancel: () => {
      presses.letGo()
      tools[parts.tool.value].rest?.()
    },
    destroy: () => {
      presses.letGo()
      parts.writing.end()
      for (const end of ends) end()
    },
  }
}

/** A tool that the running step takes away is laid down. */
const NEEDED: Partial<Record<ToolId, Right>> = {
  note: 'add',
  pen: 'add',
  highlighter: 'add',
  eraser: 'add',
  link: 'link',
}

function createParts(
  board: Board,
  layout: Value<LayoutId>,
  said: Signal<Saying>,
  after: After,
): Omit<Parts, 'letGo'> & { readonly links: DrawnLinks } {
  const tool = new Value<ToolId>('select')
  const nibs = new Value<Nibs>(FIRST_NIBS)
  const hasPen = new Value(false)
  const parkingOpen = new Value(false)
  const pointer = new Value<Point | undefined>(undefined)
  const laser = new Value<SeenLaser | undefined>(undefined)
  const hand = new Value<Hand>({ kind: 'nothing' })
  const say = (saying: Saying) => said.tell(saying)
  const shown = showCanvas({ canvas: board.canvas, layout, parkingOpen })
  const view = createView({
    whole: () => shown.whole,
    area: area => shown.areaRect(area),
    note: id => shown.seatOf(id),
    homeOf: id => board.canvas.value.notes.get(id)?.place[0],
  })
  const looking = createLooking({ board, shown, view, parkingOpen, after })
  const chosen = createSelection(board.canvas)
  const { deeds, isActing } = createDeeds({ board, shown, say })
  const writing = createWriting({ board, deeds, chosen, isActing, say })
  const voting = createVoting({
    canvas: board.canvas,
    polls: board.polls,
    failed: why => say({ kind: 'dotFailed', why }),
  })
  const giveDots = (candidate: string, more: number) => {
    const fault = voting.give(candidate, more)
    if (fault) say({ kind: 'noDot', fault, area: areaOfCandidate(board, candidate) })
  }
  const links = drawLinks({ canvas: board.canvas, shown, selection: chosen.selection, tool, hand })
  const hasHandles = () => tool.value === 'select' && writing.note.value === undefined && mayI(board, 'link')
  return {
    ...{ board, shown, view, looking, chosen, deeds, writing, tool, nibs, hasPen, hand, laser, pointer, parkingOpen },
    ...{ links, voting, giveDots, after, say },
    pointOf: ({ at }: Press) => toBoard(view.camera.value, at),
    targetAt: (press: Press) => {
      const camera = view.camera.value
      const selection = chosen.selection.value
      return targetAt({ shown, camera, selection, links: links.value, hasHandles: hasHandles() }, press)
    },
  }
}

const areaOfCandidate = ({ canvas: { value } }: Board, id: string) =>
  value.notes.get(id)?.place[0] ?? value.groups.get(id)?.block

const createTools = (parts: Parts): Readonly<Record<ToolId, Tool>> => ({
  select: selectTool(parts),
  note: noteTool(parts),
  link: linkTool(parts),
  pen: inkTool(parts, 'pen'),
  highlighter: inkTool(parts, 'highlighter'),
  eraser: eraserTool(parts),
  laser: laserTool(parts),
  hand: handTool(parts),
})

/** Where I point; without a pointer, what I have chosen, else the middle of what I see. */
function pointedAt({ pointer, chosen, shown, view }: Parts): Point {
  const seat = [...chosen.ids].flatMap(id => shown.seatOf(id) ?? [])[0]
  const { camera, stage } = view
  const seen = stage.value.width > 0 ? seenBy(camera.value, stage.value) : shown.sheet
  return pointer.value ?? centreOf(seat ?? seen)
}

type Looks = Pick<
  Editor,
  | 'camera'
  | 'stage'
  | 'level'
  | 'focus'
  | 'toBoard'
  | 'toScreen'
  | 'spotAt'
  | 'pointAt'
  | 'resize'
  | 'look'
  | 'lookAt'
  | 'zoomAt'
  | 'panBy'
  | 'reveal'
>

function looks({ board, shown, view, looking, parkingOpen }: Parts): Looks {
  return {
    camera: view.camera,
    stage: view.stage,
    level: view.level,
    focus: view.focus,
    toBoard: at => toBoard(view.camera.value, at),
    toScreen: point => toScreen(view.camera.value, point),
    spotAt: point => spotAt(shown, point),
    pointAt: spot => pointAt(shown, { parkingOpen: parkingOpen.value }, spot),
    resize: view.resize,
    look: (at: 'whole' | 'block' | 'note', about?: string) => {
      if (view.isLed.value) return
      looking.unfollow()
      if (about === undefined || at === 'whole') return view.look({ level: 'whole' })
      const area = at === 'note' ? board.canvas.value.notes.get(about)?.place[0] : isArea(about) ? about : undefined
      if (!area) return
      if (area === 'parking') parkingOpen.set(true)
      view.look(at === 'note' ? { level: 'note', area, note: about } : { level: 'block', area })
    },
    lookAt: areas => {
      const [area, ...more] = areas
      if (!area) return view.look({ level: 'whole' })
      if (areas.includes('parking')) parkingOpen.set(true)
      view.look(more.length === 0 ? { level: 'block', area } : { level: 'block', area, among: areas })
    },
    zoomAt: view.zoomAt,
    panBy: view.panBy,
    reveal: view.reveal,
  }
}

/** Keeps selection, writing, hover and camera true to what is there. */
function follow(
  { board, shown, view, chosen, writing, letGo }: Parts,
  layout: Value<LayoutId>,
  hover: Value<Target>,
): readonly Unsubscribe[] {
  const check = () => {
    chosen.prune()
    writing.check()
    const { value } = hover
    const { notes, groups } = board.canvas.value
    const isGone = (value.kind === 'note' && !notes.get(value.id)) || (value.kind === 'group' && !groups.get(value.id))
    if (isGone) hover.set({ kind: 'nothing' })
  }
  const hear = (): Unsubscribe => {
    const { notes, links, groups } = board.canvas.value
    const ends = [notes.subscribe(check), links.subscribe(check), groups.subscribe(check)]
    return () => {
      for (const end of ends) end()
    }
  }
  let unhear = hear()
  return [
    () => unhear(),
    board.canvas.subscribe(() => {
      unhear()
      unhear = hear()
      letGo()
      check()
    }),
    layout.subscribe(letGo),
    shown.subscribe(view.refit),
    // What I write in must stay to be seen.
    shown.subscribe(() => {
      const id = writing.note.value
      if (id !== undefined && shown.closedOver(id) !== undefined) writing.end()
    }),
    chosen.selection.subscribe(selection => showSelection(board, selection)),
    writing.note.subscribe(id => {
      shown.keepHeight(id)
      comeNear(board, view, id)
    }),
  ]
}

/** Below this, letters of a note are too small for whoever writes them: on a phone that shows the whole sheet. */
const LEGIBLE = 0.4

function comeNear(board: Board, view: Parts['view'], id: string | undefined): void {
  const area = board.canvas.value.notes.get(id ?? '')?.place[0]
  if (area && view.camera.value.zoom < LEGIBLE && !view.isLed.value) view.look({ level: 'block', area })
}

/** Another tool: the gesture of the one before ends unwritten, and it lets go of what it held. */
function followTool({ tool, letGo }: Parts, tools: Readonly<Record<ToolId, Tool>>): Unsubscribe {
  let last = tools[tool.value]
  return tool.subscribe(next => {
    letGo()
    last.rest?.()
    last = tools[next]
  })
}
