/** What a board has to say to its person, put into words and sent to the eye (a toast) or to the ear (the live region). */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { effectiveRights } from '../../shared/workshop/rights.ts'
import type { Board, News } from '../editor/board.ts'
import type { Editor, Saying } from '../editor/editor.ts'
import type { SessionNews } from '../editor/workshop.ts'
import { allowanceOf } from '../words/allowances.ts'
import { sentenceOf } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import { troubleOf } from './nn-banner.ts'
import type { ToastAction } from './nn-toast.ts'

export interface Mouth {
  /** Seen and heard. */
  show(text: string, action?: ToastAction): void
  /** Only heard. */
  say(text: string): void
  /** Only heard, and only the last of several. */
  stand(text: string): void
  /** Is the canvas walked through by keyboard now? */
  readonly isWalking: boolean
}

export function speakFor(editor: Editor, keeps: Watchable<boolean>, mouth: Mouth): Unsubscribe {
  const { board, selection, said, session } = editor
  let trouble: string | undefined
  const sayTrouble = () => {
    const now = troubleOf(board.saveState.value, { keeps: keeps.value })
    if (now && now.what !== trouble) mouth.say(`${now.what} ${now.rest}`)
    trouble = now?.what
  }
  sayTrouble()
  const stops = [
    said.subscribe(saying => mouth.show(sentenceOf(saying), actionFor(editor, saying))),
    board.news.subscribe(news => report(news, mouth)),
    selection.subscribe(() => {
      const text = mouth.isWalking ? standing(editor) : undefined
      if (text) mouth.stand(text)
    }),
    session.news.subscribe(news => {
      const text = heardOf(editor, news)
      if (text) mouth.say(text)
    }),
    announceWaiting(board, mouth),
    board.saveState.subscribe(sayTrouble),
    keeps.subscribe(sayTrouble),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Facilitators hear of each who waits to be let in, once. */
function announceWaiting(board: Board, mouth: Mouth): Unsubscribe {
  const told = new Set<string>()
  const tell = () => {
    if (board.me.value.role !== 'facilitator') return
    for (const { id, name, waiting } of board.workshop.value.people.all()) {
      if (!waiting || told.has(id)) continue
      told.add(id)
      const admit = () => void board.command('person.admit', { person: id })
      mouth.show(say('people.waits', { name }), { label: say('people.admit'), run: admit })
    }
  }
  tell()
  return board.people.subscribe(tell)
}

/** The one thing to do about it. */
function actionFor(editor: Editor, saying: Saying): ToastAction | undefined {
  if (saying.kind === 'deleted' || saying.kind === 'erased' || saying.kind === 'unlinked' || saying.kind === 'restored')
    return { label: say('command.undo'), run: () => editor.undo() }
  if (saying.kind === 'goneWhileWriting')
    return { label: say('command.restore'), run: () => editor.restore([{ root: 'notes', id: saying.id }]) }
  return undefined
}

/** What of a session is heard: that the step changed, and of its time the half, the last minute and the end. */
function heardOf({ board, session }: Editor, news: SessionNews): string | undefined {
  switch (news.kind) {
    case 'began': {
      const { plan, step } = news.run
      const [place, may] = [session.numberOf(step), allowanceOf(effectiveRights(board.me.value.role, plan.rights))]
      const title = plan.title || say('step.untitled')
      return place ? say('live.began', { ...place, title, may }) : say('live.beganAlone', { title, may })
    }
    case 'half':
      return say('live.half', { count: Math.round(news.minutes) })
    case 'extended':
      return say(news.minutes > 0 ? 'live.longer' : 'live.shorter', { count: Math.abs(Math.round(news.minutes)) })
    case 'last':
      return undefined
    default:
      return say(`live.${news.kind}`)
  }
}

function report(news: News, mouth: Mouth): void {
  if (news.kind === 'refused') mouth.say(say('tray.title', { count: news.offers }))
  else if (news.kind === 'gone') mouth.show(say('news.gone'))
  else if (news.kind === 'role') mouth.show(say('news.role', { role: say(`role.${news.role}`) }))
  else if (news.joined > 0) mouth.show(say('live.back', { count: news.joined }))
  else mouth.say(say('live.backNothing'))
}

/** Which note the ring has come to. */
function standing({ selection, board, shown }: Editor): string | undefined {
  const { value } = selection
  const [id, ...more] = value.kind === 'notes' ? value.ids : []
  const note = id === undefined ? undefined : board.canvas.value.notes.get(id)
  const closed = note && shown.closedOver(note.id)
  const group = closed === undefined ? undefined : board.canvas.value.groups.get(closed)
  if (group) return say('grouped.heard', { name: group.title || say('grouped.unnamed'), count: more.length + 1 })
  if (!note || more.length > 0) return undefined
  const [area] = note.place
  const list = shown.notesIn(area)
  const position = list.findIndex(each => each.id === note.id) + 1
  return say('live.note', {
    text: note.text || say('note.empty'),
    area: say(`area.${area}`),
    position,
    count: list.length,
  })
}
