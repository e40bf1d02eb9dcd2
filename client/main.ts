/** Where everything is wired together, and nowhere else: the page, the server, the board, the editor and the scene. */
import '@fontsource-variable/ibm-plex-sans/wght.css'
import './elements/theme/tokens.css'
import './elements/theme/base.css'
import './scene/trusted-types.ts'
import type { BlockId } from '../shared/canvas/blocks.ts'
import type { Desk, Opened } from './elements/desk.ts'
import { NnApp } from './elements/nn-app.ts'
import { initials } from './elements/people-names.ts'
import { createServer } from './elements/server.ts'
import { followTheme } from './elements/theme/theme.ts'
import { say } from './words/words.ts'

const theme = followTheme(document.documentElement, localStorage)
const server = createServer()

const sceneWords = {
  area: (area: BlockId | 'parking') => say(`area.${area}`),
  question: (block: BlockId) => say(`question.${block}`),
  credit: say('page.credit'),
  initials,
}

/** The document, its line and the editor come with the first board, not with the page. */
async function enter(id: string): Promise<Opened> {
  const [{ browserGround }, { askMembership, keptMembership }, { openBoard }, { createEditor }] = await Promise.all([
    import('./sync/browser.ts'),
    import('./sync/membership.ts'),
    import('./sync/open-board.ts'),
    import('./editor/create-editor.ts'),
  ])
  const ground = await browserGround()
  const answer = await askMembership(id, ground)
  if (answer.kind === 'stranger') return answer
  const membership = answer.kind === 'member' ? answer.membership : keptMembership(ground.device, id)
  if (!membership) return { kind: 'unreachable' }
  const board = await openBoard({ ...ground, membership })
  const editor = createEditor(board)
  const warn = (event: BeforeUnloadEvent) => {
    const { value } = board.saveState
    const unsaved = 'waiting' in value ? value.waiting > 0 : false
    // What waits is kept on this device; only where it keeps nothing is leaving a loss, or while it is still under way.
    if (unsaved && (value.kind === 'saving' || !board.storageAvailable.value)) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  const desk: Desk = {
    editor,
    server,
    theme,
    title: membership.title,
    paint: async host => {
      const { createScene } = await import('./scene/scene.ts')
      return createScene(editor, host, { words: sceneWords })
    },
    close: () => {
      removeEventListener('beforeunload', warn)
      editor.destroy()
      board.close()
    },
  }
  return { kind: 'desk', desk }
}

const app = new NnApp()
app.server = server
app.enter = enter
document.body.append(app)
