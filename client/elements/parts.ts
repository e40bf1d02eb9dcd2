/** The parts of a board that are not on its first screen. They come when asked for, and once it stands all the rest: without a connection they could not. */
const PARTS = {
  outline: () => Promise.all([import('./nn-outline.ts'), import('./nn-note-panel.ts')]),
  company: () => import('./nn-company.ts'),
  hint: () => import('./nn-hint.ts'),
  noteBar: () => import('./nn-note-bar.ts'),
  inkBar: () => import('./nn-ink-bar.ts'),
  linkBar: () => import('./nn-link-bar.ts'),
  linkSearch: () => import('./nn-link-search.ts'),
  find: () => import('./nn-find.ts'),
  bin: () => import('./nn-bin.ts'),
  duplicates: () => import('./nn-duplicates.ts'),
  agenda: () => import('./nn-agenda.ts'),
  step: () => import('./nn-step.ts'),
  doubts: () => import('./nn-doubts.ts'),
  private: () => import('./nn-private.ts'),
  report: () => import('./nn-report.ts'),
  palette: () => import('./nn-palette.ts'),
  panel: () => import('./nn-panel.ts'),
  people: () => import('./nn-people.ts'),
  device: () => import('./nn-device.ts'),
  share: () => import('./nn-share.ts'),
  boardCopy: () => import('./nn-board-copy.ts'),
  keys: () => import('./nn-keys.ts'),
  import: () => import('./nn-import.ts'),
  export: () => import('./nn-export.ts'),
  copied: () => import('../files/copied.ts'),
  paste: () => Promise.all([import('./nn-paste.ts'), import('./paste-words.ts')]),
  tray: () => import('./nn-tray.ts'),
  voteBar: () => import('./nn-vote-bar.ts'),
  results: () => import('./nn-results.ts'),
  tip: () => import('./nn-tip.ts'),
} as const

export type Part = keyof typeof PARTS

/** False when it could not be loaded. */
export const bringPart = (part: Part): Promise<boolean> =>
  PARTS[part]().then(
    () => true,
    () => false,
  )

const REST_MS = 1000

/** All of them, a moment later; what fails is tried again when it is asked for. */
export function bringPartsSoon(): void {
  setTimeout(() => {
    for (const part of Object.keys(PARTS) as Part[]) void bringPart(part)
  }, REST_MS)
}
