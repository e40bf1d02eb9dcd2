/** The parts of a board that are not on its first screen, in four files. They come when asked for, and once it stands all the rest: without a connection they could not. */
const FILES = {
  outline: () => import('./parts/outline.ts'),
  canvas: () => import('./parts/canvas.ts'),
  session: () => import('./parts/session.ts'),
  dialogs: () => import('./parts/dialogs.ts'),
} as const

/** Where each part comes from. */
const PARTS = {
  outline: 'outline',
  company: 'canvas',
  find: 'canvas',
  hint: 'canvas',
  inkBar: 'canvas',
  linkBar: 'canvas',
  linkSearch: 'canvas',
  noteBar: 'canvas',
  tray: 'canvas',
  agenda: 'session',
  bin: 'session',
  doubts: 'session',
  panel: 'session',
  people: 'session',
  private: 'session',
  report: 'session',
  results: 'session',
  step: 'session',
  voteBar: 'session',
  boardCopy: 'dialogs',
  device: 'dialogs',
  duplicates: 'dialogs',
  export: 'dialogs',
  import: 'dialogs',
  keys: 'dialogs',
  palette: 'dialogs',
  paste: 'dialogs',
  share: 'dialogs',
} as const satisfies Record<string, keyof typeof FILES>

export type Part = keyof typeof PARTS

/** False when it could not be loaded. */
export const bringPart = (part: Part): Promise<boolean> =>
  FILES[PARTS[part]]().then(
    () => true,
    () => false,
  )

const REST_MS = 1000

/** All of them, a moment later; what fails is tried again when it is asked for. */
export function bringPartsSoon(): void {
  setTimeout(() => {
    for (const bring of Object.values(FILES)) bring().catch(() => undefined)
  }, REST_MS)
}
