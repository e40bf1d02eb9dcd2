/** Where everything is wired together, and nowhere else: the page, the server, the board, the editor and the scene. */
import '@fontsource-variable/ibm-plex-sans/wght.css'
import './elements/theme/arabic.css'
import './elements/theme/tokens.css'
import './elements/theme/base.css'
import './scene/trusted-types.ts'
import type { BlockId } from '../shared/canvas/blocks.ts'
import type { Board } from './editor/board.ts'
import { bringImage } from './base/bring-image.ts'
import { openStore } from './base/store.ts'
import { keptSound } from './elements/chime.ts'
import type { Desk, Opened } from './elements/desk.ts'
import { NnApp } from './elements/nn-app.ts'
import { initials } from './elements/people-names.ts'
import { keepLayout, keptLayout } from './elements/kept-layout.ts'
import { createServer } from './elements/server.ts'
import { followTheme } from './elements/theme/theme.ts'
import { opensWithOutline } from './elements/views.ts'
import type { LanguageChoice } from './words/languages.ts'
import { beginSpeaking, keepLanguage } from './words/languages.ts'
import { verbBetween } from './words/sayings.ts'
import { say } from './words/words.ts'

const store = openStore()
const sound = keptSound(store)
const theme = followTheme(document.documentElement, store)
// Elements render only once there is something to say, so nothing flashes in another language.
const current = await beginSpeaking(document.documentElement, store, navigator.languages)
const server = createServer()

const sceneWords = {
  area: (area: BlockId | 'parking') => say(`area.${area}`),
  question: (block: BlockId) => say(`question.${block}`),
  credit: say('page.credit'),
  initials,
  group: { unnamed: say('grouped.unnamed'), count: (count: number) => say('grouped.count', { count }) },
  verb: verbBetween,
  onlyYou: say('private.onlyYou'),
  hiddenIn: (count: number) => say('private.count', { count }),
}

/** Sentences were said in all places by now, some of them kept in the paint: a reload turns every one of them. */
const language: LanguageChoice = {
  current,
  choose: id => {
    keepLanguage(store, id)
    location.reload()
  },
}

/** The same beside an open board. The reload needs the server, and must not cut off what it does not have yet. */
function languageBeside({ saveState }: Board): { readonly choice: LanguageChoice; forget(): void } {
  let forget = (): void => undefined
  return {
    choice: {
      current,
      choose: id => {
        forget()
        keepLanguage(store, id)
        const turn = () => saveState.value.kind === 'saved' && location.reload()
        forget = saveState.subscribe(turn)
        turn()
      },
    },
    forget: () => forget(),
  }
}

/** The document, its line and the editor come with the first board, not with the page. */
const boardFiles = () => import('./board-files.ts')
const sceneFile = () => import('./scene/scene.ts')

/** Takes a board off this device, but for work that the server does not have. */
async function forget(id: string): Promise<void> {
  const { browserGround, forgetBoard } = await boardFiles()
  const ground = await browserGround(store)
  const { device } = ground
  if (device.copies(id).every(copy => device.unsaved(copy).count === 0)) await forgetBoard(id, ground)
}

async function enter(id: string): Promise<Opened> {
  const { browserGround, findMembership, openBoard, hasUnsaved, createEditor } = await boardFiles()
  const ground = await browserGround(store)
  const answer = await findMembership(id, ground)
  if (answer.kind !== 'member') return answer
  const { membership } = answer
  const board = await openBoard({ ...ground, membership })
  const editor = createEditor(board, { layout: keptLayout(store, id) })
  editor.layout.subscribe(layout => keepLayout(store, id, layout))
  // Kept on this device or not: others do not have it, and this may be the last that is seen of the device.
  const warn = (event: BeforeUnloadEvent) => {
    if (hasUnsaved(board.saveState.value)) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  const beside = languageBeside(board)
  const desk: Desk = {
    editor,
    server,
    theme,
    language: beside.choice,
    sound,
    store,
    title: membership.title,
    owner: membership.owner,
    keeps: board.storageAvailable,
    paint: async host => {
      const { createScene } = await sceneFile()
      return createScene(editor, host, { words: sceneWords, bringImage: hash => bringImage(id, hash) })
    },
    close: () => {
      removeEventListener('beforeunload', warn)
      beside.forget()
      editor.destroy()
      board.close()
    },
  }
  return { kind: 'desk', desk }
}

const app = new NnApp()
app.server = server
app.language = language
app.store = store
app.enter = enter
app.forget = forget
// What fails now is asked for again when it is needed.
app.prepare = () => void Promise.allSettled([boardFiles(), ...(opensWithOutline() ? [] : [sceneFile()])])
// Else `old-browser.js` has said already that too much is missing here.
if (!document.documentElement.hasAttribute('data-old')) document.body.append(app)
